package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"kollega"
)

// The configurations for web servers send the policy that pages have, and forbid frames
// besides, which a page can't say itself.
func TestServersSendThePagesOwnPolicy(t *testing.T) {
	base, err := kollega.Bundled.ReadFile("layouts/base.html")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindSubmatch(base)
	if m == nil {
		t.Fatal("pages have no policy")
	}
	policy := string(m[1]) + "; frame-ancestors 'none'"
	for name, want := range map[string]string{
		"nginx.conf": policy, "Caddyfile": policy, "apache.conf": policy,
		// one header goes with drawings too there, which have styles of their own
		"web.config": strings.Replace(policy, "style-src 'self'", "style-src 'self' 'unsafe-inline'", 1),
	} {
		data, err := os.ReadFile("../../docs/hosting/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), `"`+want+`"`) {
			t.Errorf("docs/hosting/%s does not send %q", name, want)
		}
	}
	config, err := os.Open("../../docs/hosting/web.config")
	if err != nil {
		t.Fatal(err)
	}
	defer config.Close()
	for d := xml.NewDecoder(config); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("docs/hosting/web.config: %v", err)
		}
	}
}
