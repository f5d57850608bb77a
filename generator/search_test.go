package generator

import "testing"

// Two sections with one id are a mistake that serve shows while the rest can be searched.
func TestSectionsWithOneIDAreSearchedOnce(t *testing.T) {
	h, problems := openAndCheck(sheetSite(map[string]string{
		"content/nb/a/_index.md": "+++\ntitle = \"A\"\nid = \"samme\"\n+++\nfelles\n", "content/nb/a/side.md": "+++\ntitle = \"Side\"\n+++\n",
		"content/nb/b/_index.md": "+++\ntitle = \"B\"\nid = \"samme\"\n+++\nfelles\n", "content/nb/b/ny.md": "+++\ntitle = \"Ny\"\n+++\n",
	}))
	if len(problems) != 1 || problems[0].Code != "id-taken" {
		t.Fatal(problems)
	}
	if found, _ := finder(t, h)("felles"); found != 1 {
		t.Errorf("the word is found on %d pages", found)
	}
}
