package convert

import (
	"strings"

	"gongbao/formats"
)

// documents lists each 《…》 once, and the short phrases in quotation marks
// that are slogans.
func (r *reading) documents() {
	seen := map[string]bool{}
	for i := 0; i < len(r.Fold); {
		shut, ok := r.shut(i)
		_, size := r.rune(i)
		if !ok {
			i += size
			continue
		}
		switch {
		case strings.HasPrefix(r.Fold[i:], "《"):
			p := part{i, shut + len("》")}
			if key := squeeze(r.text(p)); !seen[key] && !r.isProgramme(p) {
				seen[key] = true
				q := r.quote(p)
				r.out.Documents = append(r.out.Documents, formats.Document{Title: q.Text, Status: formats.Optional(r.status(p)), Span: q.Span})
			}
			i = p.end
			continue
		case strings.HasPrefix(r.Fold[i:], "“"):
			inner := part{i + len("“"), shut}
			if n := runes(r.text(inner)); n >= 4 && n <= 30 && !strings.Contains(r.text(inner), "《") && !seen[r.text(inner)] {
				seen[r.text(inner)] = true
				r.out.Slogans = append(r.out.Slogans, r.quote(part{i, shut + len("”")}))
				i = shut
			}
		}
		i += size
	}
}

// isProgramme tells a broadcast in 《》 from a document.
func (r *reading) isProgramme(p part) bool {
	return hasSuffix(r.Fold[:p.start], "央视", "电视台", "栏目", "节目", "播出的", "歌曲", "高唱", "合唱")
}

// status is 草案, 送审稿 and the like, inside or behind a document's title.
func (r *reading) status(p part) string {
	inside := strings.TrimSuffix(r.text(p), "》")
	if strings.HasSuffix(inside, ")") {
		if at := strings.LastIndex(inside, "("); at > 0 && isStatus(inside[at+1:len(inside)-1]) {
			return r.Raw(p.start+at+1, p.start+len(inside)-1)
		}
	}
	if shut, ok := r.shut(p.end); ok && r.Fold[p.end] == '(' && isStatus(r.Fold[p.end+1:shut]) {
		return r.Raw(p.end+1, shut)
	}
	return ""
}

func isStatus(s string) bool {
	return hasSuffix(s, "草案", "讨论稿", "送审稿", "征求意见稿", "试行", "代拟稿", "修正案", "审议稿", "报批稿", "修订稿", "初稿", "草案修改稿")
}
