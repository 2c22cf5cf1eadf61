package convert_test

import "testing"

// TestNameEnds has names followed by words that might be taken into them.
func TestNameEnds(t *testing.T) {
	check(t, attendees, []row{
		{"县长田禾作说明。", "田禾 县长: reported"},
		{"县长田秀禾与会。", "田秀禾 县长: attended"},
		{"县长田秀禾主持会议。", "田秀禾 县长: presided"},
		{"县长田禾主持会议。", "田禾 县长: presided"},
		{"县长田秀禾等出席会议。", "田秀禾 县长: attended"},
		{"县长田禾等出席会议。", "田禾 县长: attended"},
		{"县长田禾在会上讲话。", "田禾 县长: spoke"},
		{"县长田禾对下半年工作作了安排。", "田禾 县长: deployed"},
		{"县长田禾代表县政府作工作报告。", "田禾 县长: reported"},
		{"县长田代出席会议。", "田代 县长: attended"},
		{"县长田代强主持会议。", "田代强 县长: presided"},
		{"县长田和平主持会议。", "田和平 县长: presided"},
		{"县长田为民主持会议。", "田为民 县长: presided"},
		{"县长向向明主持会议。", "向向明 县长: presided"},
		{"县长田秀禾7月3日主持召开县政府常务会议。", "田秀禾 县长: presided"},
		{"县长田秀禾首先传达了省委全会精神。", "田秀禾 县长: reported"},
		{"县长田秀禾带队参加活动。", "田秀禾 县长: attended"},
		{"县长田秀禾就春耕工作作了部署。", "田秀禾 县长: deployed"},
		{"县长田秀禾同志主持会议。", "田秀禾 县长: presided"},
	})
}

// TestNameShapes has the shapes of names: double surnames, dots, none of the
// Han surnames, rare ones, spaces inside.
func TestNameShapes(t *testing.T) {
	check(t, attendees, []row{
		{"副主席田秀禾、乌云其其格、秦望舒出席会议。", "田秀禾 副主席: attended; 乌云其其格 副主席: attended; 秦望舒 副主席: attended"},
		{"县长田　禾主持会议。", "田禾(田　禾) 县长: presided"},
		{"县长欧阳秀禾主持会议。", "欧阳秀禾 县长: presided"},
		{"县长欧阳禾主持会议。", "欧阳禾 县长: presided"},
		{"县长诸葛望舒出席会议。", "诸葛望舒 县长: attended"},
		{"召集人張簡秀禾出席會議。", "張簡秀禾 召集人: attended"},
		{"議員田陳秀禾出席會議。", "田陳秀禾 議員: attended"},
		{"副主席阿依努尔·麦尔旦出席会议。", "阿依努尔·麦尔旦 副主席: attended"},
		{"副主席阿依努尔•麦尔旦出席会议。", "阿依努尔•麦尔旦 副主席: attended"},
		{"副主席赛里克·努尔兰就春耕工作作了部署。", "赛里克·努尔兰 副主席: deployed"},
		{"县长麦秀禾主持会议。", "麦秀禾 县长: presided"},
		{"县长缪秀禾主持会议。", "缪秀禾 县长: presided"},
		{"县长查禾主持会议。", "查禾 县长: presided"},
		{"县长亓秀禾主持会议。", "亓秀禾 县长: presided"},
		{"县长田 禾、副县长秦望舒出席会议。", "田禾(田 禾) 县长: attended; 秦望舒 副县长: attended"},
	})
}

// TestNotNames has words that begin like a name.
func TestNotNames(t *testing.T) {
	check(t, attendees, []row{
		{"区政府领导班子成员参加会议。", "{区政府领导班子成员}: attended"},
		{"各单位安排专人参加会议。", ""},
		{"关于春耕工作，会议听取了汇报。", ""},
		{"方面军参加会议。", ""},
		{"县委○○○主持会议。", ""},
		{"县长×××主持会议。", ""},
		{"主任XXX主持会议。", ""},
		{"市长热线负责人参加会议。", "{市长热线负责人}: attended"},
		{"成员单位负责人参加会议。", "{成员单位负责人}: attended"},
		{"会议学习贯彻县委书记顾长川重要讲话精神。", ""},
	})
}

// TestNamesOfTheDocument has names that only the rest of the text decides.
func TestNamesOfTheDocument(t *testing.T) {
	check(t, attendees, []row{
		{"县长田秀禾出席会议。会议结束时，田秀禾就春耕作了讲话。", "田秀禾 县长: spoke"},
		{"县长田秀禾出席会议。田县长强调，要抓好春耕。", "田秀禾 县长: spoke"},
		{"县长田秀禾出席会议。他强调，要抓好春耕。", "田秀禾 县长: spoke"},
	})
}
