package formats

import _ "embed" // the schema is a file

//go:generate go test -run TestSchemaMatchesTypes -update .

//go:embed schema.json
var schema string

// Schema is the JSON Schema (draft 2020-12) of normalised JSON, generated
// from the Go types.
func Schema() []byte { return []byte(schema) }
