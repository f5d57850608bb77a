package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"kollega/generator/preview"
	"kollega/generator/site"
)

func previewCommand(stdout, stderr io.Writer) *cobra.Command {
	var source, bind, lang string
	var port int
	var open bool
	cmd := &cobra.Command{
		Use:   "preview [folder]",
		Short: "Show a built handbook the way a web server would",
		Long: `Preview shows what "kollega build" has written, the way a web server would: with
the headers a server should send and with compressed files where they lie beside the
others. Without a folder it shows public/ of the handbook here. A new build is seen
without starting it again.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			r := &reporter{stdout: stdout, stderr: stderr, lang: speaks(lang, source)}
			folder := ""
			if len(args) > 0 {
				folder = args[0]
			} else {
				src, err := find(source)
				if err != nil {
					return workError{err}
				}
				folder = src.destination("")
			}
			if _, err := os.Stat(filepath.Join(folder, "index.html")); err != nil {
				return r.problems([]site.Problem{{Pos: site.Pos{File: folder}, Code: "preview-nothing"}})
			}
			listener, err := preview.Listen(bind, port, cmd.Flags().Changed("port"))
			if err != nil {
				return r.failed(err)
			}
			defer listener.Close()
			server := preview.New(preview.Options{Hosts: []string{bind}})
			server.Show(preview.Edition{Site: preview.OpenFolder(folder), Lang: r.lang})
			address := addressOf(listener)
			r.say("serve-at", address)
			if open {
				openBrowser(address)
			}
			return r.failed(server.Serve(ctx, listener))
		},
	}
	cmd.Flags().StringVarP(&source, "source", "s", "", "the handbook's `folder` (default: the nearest one upwards with a site.toml)")
	cmd.Flags().IntVarP(&port, "port", "p", defaultPort, "the `port` to show it on; a busy default moves on to the next")
	cmd.Flags().StringVar(&bind, "bind", "127.0.0.1", "the `address` to show it on")
	cmd.Flags().BoolVar(&open, "open", false, "open it in the browser")
	cmd.Flags().StringVar(&lang, "lang", "", "the `language` of messages: nb, nn or en (default: the site's)")
	return cmd
}
