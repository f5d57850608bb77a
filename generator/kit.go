package generator

import "path"

// kitAt is the address of a language's session kit, where activities, questions and sheets
// are put together to a session; "" for a handbook without a front page in it.
func (h *Handbook) kitAt(lang string) string {
	if h.fronts[lang] == nil {
		return ""
	}
	return path.Join(path.Dir(h.fronts[lang].URL), h.texts.Get(lang, "kit.file")+".html")
}
