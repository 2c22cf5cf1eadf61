package pdf

import (
	"encoding/binary"
	"unicode/utf16"
)

// intent adds the output intent: colours are meant as sRGB.
func (f *file) intent() ref {
	profile := f.squeezed("/N 3", srgb())
	return f.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %v>>", profile)
}

// srgb is an ICC profile (version 4) of the colour space of IEC 61966-2-1, its
// values adapted to the D50 white of profiles.
func srgb() []byte {
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), fixed(2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)...)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", localised("sRGB")},
		{"cprt", localised("No copyright")},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.7141)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
		{"chad", append([]byte("sf32\x00\x00\x00\x00"), fixed(1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168)...)},
	}
	index := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	start := 128 + 4 + 12*len(tags)
	for _, t := range tags {
		index = append(index, t.name...)
		index = binary.BigEndian.AppendUint32(index, uint32(start+len(data)))
		index = binary.BigEndian.AppendUint32(index, uint32(len(t.data)))
		data = append(data, t.data...)
		data = append(data, make([]byte, -len(t.data)&3)...)
	}
	return append(append(header(start+len(data)), index...), data...)
}

// header is the start of a display profile of a size. Its date is that of the
// standard.
func header(size int) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(size))
	b = append(b, "\x00\x00\x00\x00\x04\x20\x00\x00mntrRGB XYZ "...)
	for _, v := range []uint16{1999, 10, 1, 0, 0, 0} {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	b = append(b, "acsp"...)
	b = append(b, make([]byte, 28)...)
	b = append(b, fixed(0.9642, 1, 0.8249)...)
	return append(b, make([]byte, 128-len(b))...)
}

func xyz(x, y, z float64) []byte {
	return append([]byte("XYZ \x00\x00\x00\x00"), fixed(x, y, z)...)
}

// fixed writes numbers with sixteen binary places.
func fixed(values ...float64) []byte {
	var b []byte
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(v*65536)))
	}
	return b
}

func localised(s string) []byte {
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}
