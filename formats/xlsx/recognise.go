package xlsx

import (
	"slices"

	"gongbao/formats/table"
)

// searched is how many rows from the top of a sheet may hold the header.
const searched = 50

// vocabulary knows the tables by the names of their columns.
type vocabulary []struct {
	key     string
	columns [][]string
}

func newVocabulary(tables []table.Table) vocabulary {
	v := make(vocabulary, len(tables))
	for i, t := range tables {
		v[i].key, v[i].columns = t.Key, table.Headers(t.Key)
	}
	return v
}

// only is the vocabulary of one table.
func (v vocabulary) only(key string) vocabulary {
	for i, t := range v {
		if t.key == key {
			return v[i : i+1]
		}
	}
	return nil
}

// recognise finds the table whose columns a sheet names, the row of its
// header, and which column of the table each of its columns is; -1 for one
// that the table has not. A header names at least two; of two tables that fit
// alike the first is meant.
func (v vocabulary) recognise(rows [][]string) (key string, header int, columns []int) {
	most := 1
	for i, row := range rows[:min(len(rows), searched)] {
		labels := headerNames(row)
		for _, t := range v {
			names, found := matched(labels, t.columns)
			if found > most {
				key, header, columns, most = t.key, i, names, found
			}
		}
	}
	return key, header, columns
}

// headerNames are the cells of a row as table.Headers writes names; what is
// too long for one is blank.
func headerNames(row []string) []string {
	const long = 100 // bytes
	names := make([]string, len(row))
	for i, s := range row {
		if len(s) <= long {
			names[i] = table.HeaderName(s)
		}
	}
	return names
}

// matched tells which column each label of a row names, none twice, and how
// many are named.
func matched(labels []string, columns [][]string) (names []int, found int) {
	taken := make([]bool, len(columns))
	names = make([]int, len(labels))
	for i, name := range labels {
		names[i] = slices.IndexFunc(columns, func(c []string) bool { return name != "" && slices.Contains(c, name) })
		switch n := names[i]; {
		case n < 0:
		case taken[n]:
			names[i] = -1
		default:
			taken[n] = true
			found++
		}
	}
	return names, found
}
