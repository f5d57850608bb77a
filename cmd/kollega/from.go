package main

import (
	"errors"
	"io/fs"
	"os"

	"kollega/generator/content"
	"kollega/generator/layers"
	"kollega/generator/publish"
	"kollega/generator/site"
	"kollega/generator/takein"
)

// taken is a handbook that comes from elsewhere.
type taken struct {
	zip   string
	trust bool
}

// answered are the flags that a handbook from elsewhere has its own answers to.
func answered() []string { return []string{"title", "language", "accent", "logo", "id"} }

// takeIn makes the folder of a handbook that lies in a zip.
func (s *starting) takeIn() error {
	for _, flag := range answered() {
		if s.given(flag) {
			return misused("usage-from", flag)
		}
	}
	if err := s.report.problems(s.notEmpty()); err != nil {
		return err
	}
	folder, problems := s.unpacked()
	if err := s.report.problems(problems); err != nil {
		return err
	}
	config, _ := content.Config([]content.File{{Name: "site.toml", Data: folder.Files["site.toml"]}})
	s.report.lang = config.Language
	if config.Workbook.Storage == "device" && !s.from.trust {
		return s.report.problems([]site.Problem{{Pos: site.Pos{File: "site.toml"}, Code: "takein-storage"}})
	}
	if err := s.report.problems(publish.Create(s.dir, folder.Files)); err != nil {
		return err
	}
	s.tellTaken(config, folder)
	return nil
}

// notEmpty says what is in the way of a folder that must have nothing in it.
func (s *starting) notEmpty() []site.Problem {
	if problems := s.inTheWay(); problems != nil {
		return problems
	}
	entries, err := os.ReadDir(s.dir)
	switch {
	case err == nil && len(entries) > 0:
		return []site.Problem{{Pos: site.Pos{File: s.dir}, Code: "takein-full"}}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return []site.Problem{publish.Unwritten{File: s.dir, Cause: err}.Problem()}
	}
	return nil
}

// unpacked is what the zip holds, or what is wrong with it.
func (s *starting) unpacked() (*takein.Folder, []site.Problem) {
	unreadable := func(err error) []site.Problem {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return []site.Problem{{Pos: site.Pos{File: s.from.zip}, Code: "file-unreadable", Args: []any{err.Error()}}}
	}
	f, err := os.Open(s.from.zip)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, []site.Problem{{Pos: site.Pos{File: s.from.zip}, Code: "takein-missing"}}
	}
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a file")
	}
	if err != nil {
		return nil, unreadable(err)
	}
	folder, problems := takein.Read(f, info.Size(), takein.Options{Belongs: layers.Sees, Trust: s.from.trust})
	for i, p := range problems {
		if p.File == "" {
			problems[i].File = s.from.zip
		}
	}
	return folder, problems
}

// tellTaken says what has been taken, and what has not.
func (s *starting) tellTaken(config *site.Config, folder *takein.Folder) {
	r := s.report
	var code []site.Problem
	for _, name := range folder.Code {
		code = append(code, site.Problem{Pos: site.Pos{File: name}, Code: "takein-code", Warning: true})
	}
	r.list(code)
	r.say("takein-made", config.Title, s.inFull(), len(folder.Files))
	if folder.Left > 0 {
		r.say("takein-left", folder.Left)
	}
	s.tellNext()
}
