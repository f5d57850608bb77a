// Package evaluate measures how well the search of a finished site finds what people
// look for.
//
//	engine, err := evaluate.Open(finished, "nb")
//	result, err := engine.Search("vanskelig samtale", 10)
//
// The engine is the one that browsers run, the script of the site itself, in a
// JavaScript machine; nothing of it is written a second time here. It reads the index
// files of the site as a browser does, so what is measured is what readers get.
//
// # Queries
//
// Queries and the pages that are right for them are judged beforehand, in a file of
// columns with tabs between them. Its first line names them:
//
//	class	language	query	ids
//	title	nb	lytt i tre runder	three-rounds
//	nonsense	nb	qwertyuiop
//
// A class is any word: queries of a class are counted together. ids are the pages that
// are right, with spaces between, in no order. A query without any is one that nothing
// should be found for.
//
// # Figures
//
// Of queries that have right pages: MRR@10, the mean of 1/place of the first right page
// (0 below the tenth); success@3 and success@10, the share with a right page among the
// first; and the share where nothing at all was found. Of the others: the share where
// something was. Each with the 95 % interval of 2,000 bootstrap resamples, which are the
// same every time.
package evaluate

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"kollega/generator/site"
)

// Query is what somebody may type and the pages that are right.
type Query struct {
	Class    string
	Language string
	Query    string
	IDs      []string // none when nothing should be found
	Line     int      // of the file
}

// Header is the first line of a file of queries.
const Header = "class\tlanguage\tquery\tids"

var languages = []string{"nb", "nn", "en"}

// Mistakes are what is wrong with a file of queries, each with its line.
type Mistakes []site.Problem

func (m Mistakes) Error() string {
	var all []string
	for _, p := range m {
		all = append(all, p.String())
	}
	return strings.Join(all, "\n")
}

// Read reads a file of queries. The error is Mistakes, unless reading failed.
func Read(r io.Reader) ([]Query, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if lines[0] != Header {
		return nil, Mistakes{{Pos: site.Pos{Line: 1}, Code: "queries-header", Args: []any{Header}}}
	}
	var queries []Query
	var mistakes Mistakes
	for i, line := range lines[1:] {
		q, p := readLine(line)
		if p.Code != "" {
			p.Line = i + 2
			mistakes = append(mistakes, p)
			continue
		}
		q.Line = i + 2
		queries = append(queries, q)
	}
	if mistakes != nil {
		return nil, mistakes
	}
	return queries, nil
}

// readLine reads a query; the problem has a code when it is none.
func readLine(line string) (Query, site.Problem) {
	columns := strings.Split(line, "\t")
	if len(columns) != 4 {
		return Query{}, site.Problem{Code: "queries-columns", Args: []any{len(columns)}}
	}
	q := Query{Class: columns[0], Language: columns[1], Query: columns[2], IDs: strings.Fields(columns[3])}
	switch {
	case !slices.Contains(languages, q.Language):
		return q, site.Problem{Code: "queries-language", Args: []any{q.Language}}
	case strings.TrimSpace(q.Class) == "":
		return q, site.Problem{Code: "queries-empty", Args: []any{"class"}}
	case strings.TrimSpace(q.Query) == "":
		return q, site.Problem{Code: "queries-empty", Args: []any{"query"}}
	}
	return q, site.Problem{}
}
