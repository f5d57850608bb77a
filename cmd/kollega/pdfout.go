package main

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"kollega/generator"
	"kollega/generator/paper"
	"kollega/generator/publish"
	"kollega/generator/site"
)

// stem is what the file of a page is called: its own name, or its folder's.
func stem(address string) string {
	name := strings.TrimSuffix(address, ".html")
	if path.Base(name) == "index" {
		name = path.Dir(name)
	}
	if name == "." {
		return "index"
	}
	return path.Base(name)
}

// place decides where the documents go.
func (p *printing) place(jobs []*printJob, h *generator.Handbook) []site.Problem {
	info, err := os.Stat(p.out)
	folder := p.out == "" || err == nil && info.IsDir() || strings.HasSuffix(filepath.ToSlash(p.out), "/")
	if len(jobs) > 1 && p.out != "" && !folder {
		if path.Ext(p.out) != "" || p.out == "-" {
			return refused("pdf-one-file", p.out, strings.Join(h.Config.Languages, ", "))
		}
		folder = true
	}
	for _, job := range jobs {
		job.to = p.out
		if folder {
			job.to = filepath.Join(p.out, job.name+".pdf")
		}
	}
	return nil
}

// write writes a document to its place: all of it, or nothing. A file that was there is
// replaced.
func (j *printJob) write(r *reporter, doc *paper.Document) error {
	if j.to == "-" {
		_, err := r.stdout.Write(doc.PDF)
		return err
	}
	folder := filepath.Dir(j.to)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return publish.Unwritten{File: folder, Cause: err}
	}
	if err := publish.Replace(folder, map[string][]byte{filepath.Base(j.to): doc.PDF}); err != nil {
		return err
	}
	r.say("pdf-written", j.to, doc.Pages, bytesIn(r.lang, int64(len(doc.PDF))))
	if doc.Fields > 0 {
		r.say("pdf-fillable", doc.Fields)
	}
	return nil
}

// faults are what is not right with a document, at the places in the source.
func faults(h *generator.Handbook, job *printJob, doc *paper.Document) []site.Problem {
	var wrong []site.Problem
	for _, o := range doc.Overflow {
		wrong = append(wrong, site.Problem{Pos: placeOfRef(h, job.page, o.Ref), Code: "pdf-overflow", Args: []any{o.Text}, Warning: true})
	}
	for _, anchor := range doc.Unsettled {
		wrong = append(wrong, site.Problem{Pos: site.Pos{File: job.page.Source}, Code: "pdf-unsettled", Args: []any{anchor}, Warning: true})
	}
	return wrong
}

// placeOfRef is where a page or a question is written; the page that was printed for what
// is neither.
func placeOfRef(h *generator.Handbook, printed *site.Page, ref string) site.Pos {
	question, isQuestion := strings.CutPrefix(ref, "q.")
	if !isQuestion {
		if page, _ := h.Named(ref, printed.Lang); page != nil {
			return site.Pos{File: page.Source, Line: 1}
		}
	}
	for _, page := range h.Pages {
		if !isQuestion || page.Lang != printed.Lang || page.Kind != site.KindQuestions {
			continue
		}
		for _, q := range h.Questions(page) {
			if q.ID == question {
				return q.Pos
			}
		}
	}
	return site.Pos{File: printed.Source}
}
