#!/usr/bin/env bash
# Starts every web server that is on the machine with the configuration of docs/hosting,
# on a port of its own on 127.0.0.1, and asks it for a built handbook with curl. Only the
# address, the folder and what the comments say to change are put in; every change must
# hit something.
# A server that is not installed is named as not tested; KOLLEGA_HOSTING=required makes
# that a failure.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in go curl node gzip brotli; do
  command -v "$tool" >/dev/null || { echo "hosting: install $tool first" >&2; exit 1; }
done

work=$(mktemp -d)
chmod 755 "$work" # Apache reads as another user
server= failures=0 checks=0 untested=()
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
  fi
}
trap 'stop; rm -rf "$work"' EXIT

wrong() {
  echo "   WRONG: $*"
  failures=$((failures + 1))
}
holds() { # holds WHAT GOT WANTED-PATTERN
  checks=$((checks + 1))
  # shellcheck disable=SC2053 # the wanted is a pattern
  [[ $2 == $3 ]] || wrong "$1: got «$2», wanted «$3»"
}

# --- the handbook: ours with a house's own files over it, among them names that look hashed
house=$work/house
mkdir -p "$house/static/assets" "$house/content/nb/guider"
cat >"$house/site.toml" <<'T'
id = "hosting-test"
title = "Kollega"
T
svg='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>rect{fill:#0a0}</style><rect width="9" height="9"/></svg>'
for name in logo.20260101.svg logo.effaceda.svg kurs.desember.css versjon.1234567.js kart.deadbeef1.svg; do
  echo "$svg" >"$house/static/$name"
done
echo "$svg" >"$house/content/nb/guider/ute.svg"
printf '+++\ntitle = "Ute"\nsummary = "Et bilde."\nid = "ute"\n+++\n\n![Et grønt felt](ute.svg)\n' >"$house/content/nb/guider/ute.md"

go build -o "$work/kollega" ./cmd/kollega
compress=
[[ $("$work/kollega" build --help) != *--compress* ]] || compress=--compress
build() { # build FOLDER URL
  "$work/kollega" build --quiet --source "$house" -d "$1" --url "$2" ${compress:+"$compress"}
  if [ -z "$compress" ]; then
    find "$1" -regextype egrep -regex '.*\.(html|css|js|svg|txt|xml)' -exec gzip -kn {} + -exec brotli -kq 6 {} +
  fi
}
plain=$work/root/public under=$work/www/handbok
build "$plain" https://kollega.example.org
build "$under" https://kollega.example.org/handbok
echo "canary" >"$plain/.env"
echo "canary" >"$work/www/.other"
mkdir "$plain/tom"

page=strategier/lytt-mer-enn-du-snakker.html
[ -f "$plain/$page" ] || page=$(cd "$plain" && find strategier -name '*.html' ! -name index.html | sort | sed -n 1p)
asset() { (cd "$plain" && ls $1 | sed -n 1p); }
style=$(asset 'assets/site.????????.css') script=$(asset 'assets/main.????????.js')
font=$(asset 'assets/*.????????.woff2') picture=$(asset 'guider/ute.????????.svg')

# The policy of the pages is the one of the configurations.
policies=$(grep -rhoE --include='*.html' 'Content-Security-Policy" content="[^"]*' "$plain" | sed 's/.*content="//' | sort -u)
holds "the pages carry one policy" "$(wc -l <<<"$policies")" 1
policy="$policies; frame-ancestors 'none'"
for file in nginx.conf Caddyfile apache.conf web.config; do
  # IIS has one for everything, pictures included.
  sed "s/style-src 'self' 'unsafe-inline'/style-src 'self'/" "docs/hosting/$file" | grep -F "$policy" >/dev/null \
    || wrong "docs/hosting/$file has another policy than the pages: $policies"
done

# --- asking
ask() { # ask PATH [CURL OPTION…]: status in $status, headers in $work/head, body in $work/body
  local path=$1
  shift
  status=$(curl -s --path-as-is -o "$work/body" -D "$work/head" -w '%{http_code}' "$@" "$base$path")
}
header() { tr -d '\r' <"$work/head" | grep -i "^$1:" | sed 's/^[^:]*: *//' | paste -sd '|' -; }
same() { cmp -s "$work/body" "$1" && echo same || echo differs; }

ever='public, max-age=31536000, immutable'
try() { # try NAME PREFIX FOLDER TWINS: everything, at $base
  local name=$1 prefix=$2 folder=$3 twins=$4 path encoding tag language

  ask "$prefix/$page"
  holds "$name page" "$status $(header content-type)" '200 text/html; charset=utf-8'
  holds "$name page policy" "$(header content-security-policy)" "$policy"
  holds "$name page cache" "$(header cache-control)" no-cache
  holds "$name page opener" "$(header cross-origin-opener-policy)" same-origin
  holds "$name page bytes" "$(same "$folder/$page")" same
  ask "$prefix/"
  holds "$name front" "$status $(header content-type) $(header cache-control)" '200 text/html; charset=utf-8 no-cache'
  holds "$name front policy" "$(header content-security-policy)" "$policy"
  ask "$prefix/$style"
  holds "$name style" "$status $(header content-type) $(header cache-control)" "200 text/css; charset=utf-8 $ever"
  ask "$prefix/$script"
  holds "$name script" "$status $(header content-type) $(header cache-control)" "200 @(application|text)/javascript; charset=utf-8 $ever"
  ask "$prefix/$font"
  holds "$name font" "$status $(header content-type) $(header cache-control)" "200 font/woff2 $ever"
  ask "$prefix/$picture"
  holds "$name picture" "$status $(header content-type) $(header cache-control)" "200 image/svg+xml* $ever"
  holds "$name picture policy" "$(header content-security-policy)" "default-src 'none'; style-src*"
  for path in favicon.svg assets/licenses.txt sitemap.xml logo.20260101.svg logo.effaceda.svg kurs.desember.css versjon.1234567.js kart.deadbeef1.svg; do
    ask "$prefix/$path"
    holds "$name $path cache" "$status $(header cache-control)" '200 no-cache'
  done
  ask "$prefix/assets/licenses.txt"
  holds "$name text" "$(header content-type)" 'text/plain; charset=utf-8'

  for path in "$page" "$style" "$font" "$picture" borte.html; do
    ask "$prefix/$path"
    holds "$name $path nosniff" "$(header x-content-type-options)" nosniff
    holds "$name $path referrer" "$(header referrer-policy)" no-referrer
    holds "$name $path resource policy" "$(header cross-origin-resource-policy)" same-origin
    holds "$name $path permissions" "$(header permissions-policy)" 'camera=*'
    holds "$name $path cookie" "$(header set-cookie)" ''
  done

  for encoding in $twins; do
    for path in "$page" "$style" "$script" favicon.svg assets/licenses.txt; do
      ask "$prefix/$path" -H "Accept-Encoding: $encoding"
      holds "$name $path in $encoding" "$status $(header content-encoding) $(header vary)" "200 $encoding *Accept-Encoding*"
      holds "$name $path as the twin" "$(same "$folder/$path.${encoding/gzip/gz}")" same
      holds "$name $path in $encoding says its kind" "$(header content-type)" '@(text/html|text/css|text/javascript|application/javascript|image/svg+xml|text/plain)*'
      holds "$name $path in $encoding says no language" "$(header content-language)" ''
      ask "$prefix/$path" --compressed -H "Accept-Encoding: $encoding"
      holds "$name $path out of $encoding" "$(same "$folder/$path")" same
    done
    ask "$prefix/$style" -H "Accept-Encoding: $encoding"
    holds "$name style in $encoding cache" "$(header cache-control)" "$ever"
    ask "$prefix/$page" -H "Accept-Encoding: $encoding"
    holds "$name page in $encoding policy" "$(header content-security-policy)$(header cache-control)" "${policy}no-cache"
    tag=$(header etag)
    ask "$prefix/$page" -H "Accept-Encoding: $encoding" -H "If-None-Match: $tag"
    holds "$name page in $encoding again" "$status $tag" '304 ?*'
  done
  ask "$prefix/$page" -H 'Accept-Encoding: gzip, deflate, br'
  holds "$name best encoding" "$(header content-encoding)" "${twins%% *}"
  ask "$prefix/$page"
  holds "$name nothing asked" "$(header content-encoding)" ''
  tag=$(header etag)
  ask "$prefix/$page" -H "If-None-Match: $tag"
  holds "$name page again" "$status $tag" '304 ?*'
  ask "$prefix/$page" -H 'If-None-Match: "another"'
  holds "$name page changed" "$status" 200

  for language in '' en/ nn/; do
    for path in "${language}borte.html" "${language}borte/inni/" "${language}assets/site.aaaaaaaa.css"; do
      ask "$prefix/$path"
      holds "$name $path" "$status $(same "$folder/${language}404.html") $(header cache-control)" '404 same no-cache'
      ask "$prefix/$path" --compressed -H 'Accept-Encoding: gzip, br'
      holds "$name $path compressed" "$status $(same "$folder/${language}404.html")" '404 same'
    done
  done
  ask "$prefix/borte.html"
  holds "$name 404 kind" "$(header content-type)" 'text/html; charset=utf-8'
  holds "$name 404 policy" "$(header content-security-policy)" "$policy"

  for path in .kollega .env tom/ tom assets/ en/assets/ ../.other .%6bollega %2ekollega ..%2f.other; do
    ask "$prefix/$path"
    holds "$name $path" "$status" '@(301|308|400|403|404)'
    grep -qE 'canary|format = 1|Index of|<title>/' "$work/body" && wrong "$name $path is shown"
    ask "$prefix/$path" --location --max-redirs 3
    holds "$name $path at last" "$status" '@(400|403|404)'
    grep -qE 'canary|format = 1|Index of|<title>/' "$work/body" && wrong "$name $path is shown at last"
  done
  ask "$prefix/strategier"
  holds "$name folder" "$status $(header location)" "30? *$prefix/strategier/"
  ask "$prefix/strategier" --location --max-redirs 2
  holds "$name folder at last" "$status $(same "$folder/strategier/index.html")" '200 same'
  ask "$prefix/" -X POST
  holds "$name POST" "$status" '@(405|200|501)'
  return 0
}

change() { # change FILE SED…: each must change something
  local file=$1 before
  shift
  for expression; do
    before=$(cksum <"$file")
    sed -i -E "$expression" "$file"
    [ "$before" != "$(cksum <"$file")" ] || { echo "hosting: $expression changes nothing in $file" >&2; exit 1; }
  done
}
port=${HOSTING_PORT:-18740}
start() { # start COMMAND…
  "$@" >"$work/log" 2>&1 &
  server=$!
  for _ in $(seq 100); do
    curl -s -o "$work/body" "$base/" && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  cat "$work/log" >&2
  echo "hosting: $1 does not start" >&2
  exit 1
}
next() { port=$((port + 1)) base=http://127.0.0.1:$port; }

# --- nginx
nginx_conf() { # nginx_conf ROOT [SED…]
  cp docs/hosting/nginx.conf "$work/site.conf"
  change "$work/site.conf" "s#listen 80;#listen 127.0.0.1:$port;#" '/listen \[::\]:80;/d' "s#/srv/kollega/public#$1#"
  shift
  [ $# = 0 ] || change "$work/site.conf" "$@"
  cat >"$work/nginx.conf" <<C
daemon off; pid $work/nginx.pid; error_log $work/nginx.log; worker_processes 1;
$brotli_module
events { worker_connections 64; }
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path $work/nginx-body; proxy_temp_path $work/nginx-proxy; fastcgi_temp_path $work/nginx-fast;
  uwsgi_temp_path $work/nginx-uwsgi; scgi_temp_path $work/nginx-scgi;
  include $work/site.conf;
}
C
}
if nginx=$(command -v nginx || ls /usr/sbin/nginx 2>/dev/null); then
  "$nginx" -v
  brotli_module=
  next && nginx_conf "$plain" && start "$nginx" -c "$work/nginx.conf"
  try "nginx" "" "$plain" gzip && stop
  module=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
  if [ -f $module ]; then
    brotli_module="load_module $module;"
    next && nginx_conf "$plain" 's/# brotli_static on;/brotli_static on;/' && start "$nginx" -c "$work/nginx.conf"
    try "nginx with brotli" "" "$plain" "br gzip" && stop
  else
    untested+=("nginx's brotli_static")
  fi
  next && nginx_conf "$work/www" 's#location / \{#location /handbok/ {#' 's#"/404.html"#"/handbok/404.html"#' \
    's#"~\^/\((.*)/404.html"#"~^/handbok/(\1/404.html"#' 's#"/\$kollega_language#"/handbok/$kollega_language#' && start "$nginx" -c "$work/nginx.conf"
  try "nginx under a path" /handbok "$under" gzip && stop
else
  untested+=(nginx)
fi

# --- Caddy
caddy_conf() { # caddy_conf ROOT [SED…]
  cp docs/hosting/Caddyfile "$work/Caddyfile"
  change "$work/Caddyfile" "s#^kollega.example.org \{#http://127.0.0.1:$port {#" "s#/srv/kollega/public#$1#"
  shift
  [ $# = 0 ] || change "$work/Caddyfile" "$@"
  printf '{\n\tadmin off\n}\n' | cat - "$work/Caddyfile" >"$work/Caddyfile.all"
}
if command -v caddy >/dev/null; then
  caddy version
  export XDG_DATA_HOME=$work/caddy XDG_CONFIG_HOME=$work/caddy
  next && caddy_conf "$plain" && start caddy run --adapter caddyfile --config "$work/Caddyfile.all"
  try "Caddy" "" "$plain" "br gzip" && stop
  next && caddy_conf "$work/www" 's#path_regexp language \^/#&handbok/#' 's#rewrite \* /#&handbok/#' && start caddy run --adapter caddyfile --config "$work/Caddyfile.all"
  try "Caddy under a path" /handbok "$under" "br gzip" && stop
else
  untested+=(Caddy)
fi

# --- Apache
apache_conf() { # apache_conf ROOT [SED…]
  cp docs/hosting/apache.conf "$work/site.conf"
  change "$work/site.conf" "s#<VirtualHost \*:80>#<VirtualHost 127.0.0.1:$port>#" "s#/srv/kollega/public#$1#"
  shift
  [ $# = 0 ] || change "$work/site.conf" "$@"
  {
    for module in mpm_event authz_core dir mime alias headers rewrite autoindex negotiation filter deflate; do
      echo "LoadModule ${module}_module /usr/lib/apache2/modules/mod_$module.so"
    done
    # As Debian has it when nothing is changed.
    printf '%s\n' "ServerRoot $work" "PidFile $work/apache.pid" "ErrorLog $work/apache.log" "ServerName 127.0.0.1" \
      "Listen 127.0.0.1:$port" "DefaultRuntimeDir $work" "Mutex file:$work" "TypesConfig /etc/mime.types" \
      "AddType application/x-gzip .gz .tgz" "AddLanguage br .br" \
      "AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css application/javascript text/javascript image/svg+xml" "StartServers 1" "<Directory />" "Require all denied" "</Directory>"
    [ "$(id -u)" != 0 ] || printf '%s\n' "User www-data" "Group www-data"
    echo "Include $work/site.conf"
  } >"$work/apache2.conf"
}
if apache=$(command -v apache2 || ls /usr/sbin/apache2 2>/dev/null); then
  "$apache" -v | sed -n 1p
  next && apache_conf "$plain" && start "$apache" -f "$work/apache2.conf" -D FOREGROUND
  try "Apache" "" "$plain" "br gzip" && stop
  next && apache_conf "$work/www" 's#(ErrorDocument ...) /#\1 /handbok/#' 's#m\#\^/(en|nn)/#m\#^/handbok/\1/#' && start "$apache" -f "$work/apache2.conf" -D FOREGROUND
  try "Apache under a path" /handbok "$under" "br gzip" && stop
  # The inside of <Directory> as .htaccess in the folder above.
  next && apache_conf "$plain" '/<Directory /,/<\/Directory>/d'
  change "$work/site.conf" "s#</VirtualHost>#<Directory $work/root>\nAllowOverride All\nRequire all granted\n</Directory>\n</VirtualHost>#"
  sed -n '/<Directory /,/<\/Directory>/p' docs/hosting/apache.conf | grep -vE 'Directory |/Directory>|AllowOverride|Require' >"$work/root/.htaccess"
  start "$apache" -f "$work/apache2.conf" -D FOREGROUND
  try "Apache with .htaccess" "" "$plain" "br gzip" && stop
else
  untested+=(Apache)
fi

# --- IIS runs on Windows alone: its file is read as XML, with and without its optional part.
iis() {
  node - "$1" <<'J'
const text = require("fs").readFileSync(process.argv[2], "utf8").replace(/<\?[^]*?\?>/, "");
const open = [];
for (const [tag, comment, close, name, rest] of text.matchAll(/<!--([^]*?)-->|<(\/?)([\w.]+)((?:\s+[\w]+="[^"<]*")*\s*\/?)>/g)) {
  if (comment !== undefined) { if (comment.includes("--")) throw Error("-- in a comment"); continue; }
  if (close) { if (open.pop() !== name) throw Error("not well-formed at " + tag); } else if (!rest.endsWith("/")) open.push(name);
}
if (open.length || text.replace(/<!--[^]*?-->|<\/?[\w.]+(?:\s+\w+="[^"<]*")*\s*\/?>/g, "").trim()) throw Error("not well-formed");
J
}
cp docs/hosting/web.config "$work/web.config"
iis "$work/web.config" || wrong "web.config"
change "$work/web.config" '/<!-- With the URL Rewrite/,/Take away this line/d'
change "$work/web.config" '/<\/rewrite>/{n;d}'
iis "$work/web.config" || wrong "web.config with URL Rewrite"
grep -q '<rewrite>' "$work/web.config"
untested+=("IIS (its web.config is well-formed)")

echo "hosting: $checks checks, $failures wrong${compress:+, with --compress}"
for what in "${untested[@]}"; do echo "hosting: NOT tested: $what"; done
[ $failures = 0 ]
if [ "${KOLLEGA_HOSTING:-}" = required ] && [ ${#untested[@]} -gt 1 ]; then exit 1; fi
