#!/bin/sh
# 每个 .txt 文件一个条目。 One item for every .txt file.
json() { sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/\t/\\t/g' -e 's/\r//' | awk 'NR > 1 { printf "\\n" } { printf "%s", $0 }'; }
echo '{"type":"hello","protocol":1,"name":"text-folder","version":"1.0.0"}'
for file in "$JUHE_CONFIG_FOLDER"/*.txt; do
  [ -f "$file" ] || continue
  printf '{"type":"item","item":{"id":"%s","title":"%s","content_text":"%s"}}\n' \
    "$(basename "$file" | json)" "$(head -n 1 "$file" | json)" "$(tail -n +2 "$file" | json)"
done
echo '{"type":"done"}'
