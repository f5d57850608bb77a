// Package kollega is the bundled handbook: the content, layouts and static files
// that the binary carries with it. The root of the repository is itself a site
// that can be built and edited; an organisation's own folder is laid over it.
package kollega

import "embed"

// Bundled is the bundled handbook as a source for the generator. The patterns
// name what belongs to it: a bare directory would leave out every _index.md and
// take in whatever lies about.
//
//go:embed all:content
//go:embed layouts/*.html layouts/texts.toml layouts/kinds/*.html layouts/parts/*.html layouts/icons/*.svg
//go:embed static/app/*.ts static/app/bank/*.ts static/app/finder/*.ts static/app/kit/*.ts static/app/search/*.ts static/app/workbook/*.ts static/style/*.css static/fonts/*.woff2 static/favicon.svg static/assets/licenses.txt
//go:embed site.toml worksheets.lock
var Bundled embed.FS
