package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"kollega"
)

func versionCommand(stdout io.Writer) *cobra.Command {
	var licences bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Say which version this is, or list the licences of what it is made of",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if licences {
				text, err := kollega.Bundled.ReadFile("static/assets/licenses.txt")
				if err == nil {
					_, err = stdout.Write(text)
				}
				if err != nil {
					return workError{err}
				}
				return nil
			}
			_, err := fmt.Fprintf(stdout, "kollega %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
	cmd.Flags().BoolVar(&licences, "licenses", false, "print the licences of everything that is built in")
	return cmd
}

// release is the version of a released program. It has to be a variable, since the linker
// puts it in (.ci/release.sh); nothing else writes to it.
var release string

// version is the release, the module's version, or the commit it was built from.
func version() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel " + s.Value[:12]
		}
	}
	return "devel"
}
