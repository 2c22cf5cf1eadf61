package convert_test

import "testing"

func TestRoles(t *testing.T) {
	check(t, attendees, []row{
		{"县长田秀禾专门作出批示。", "田秀禾 县长: directed"},
		{"县长田秀禾主持会议并讲话。", "田秀禾 县长: presided spoke"},
		{"县长田秀禾出席会议并讲话。", "田秀禾 县长: spoke"},
		{"县长田秀禾列席会议。", "田秀禾 县长: nonvoting"},
		{"县长田秀禾列席会议并作了说明。", "田秀禾 县长: nonvoting reported"},
		{"县长田秀禾应邀到会致辞。", "田秀禾 县长: spoke"},
		{"县长田秀禾到会指导。", "田秀禾 县长: guided"},
		{"县长田秀禾出席并宣读表彰决定。", "田秀禾 县长: reported"},
		{"县长田秀禾部署2024年经济工作。", "田秀禾 县长: deployed"},
		{"县长田秀禾未出席会议。", "田秀禾 县长: absent"},
		{"会议由县委书记田秀禾主持，县长秦望舒出席。", "田秀禾 县委书记: presided; 秦望舒 县长: attended"},
		{"会议由田秀禾、秦望舒分别主持。", "田秀禾: presided; 秦望舒: presided"},
		{"会议在县长田秀禾主持下进行。", "田秀禾 县长: presided"},
		{"院领导田秀禾、秦望舒分别参加所在代表团会议。", "田秀禾 院领导: attended; 秦望舒 院领导: attended"},
	})
}

// TestSentence has sentences with several verbs: each governs the people
// before it, back to the verb before.
func TestSentence(t *testing.T) {
	check(t, attendees, []row{
		{"县委书记田秀禾出席会议并讲话，县长秦望舒主持，副县长顾长川作部署。", "田秀禾 县委书记: spoke; 秦望舒 县长: presided; 顾长川 副县长: deployed"},
		{"会议由县委常委、常务副县长田秀禾主持，县委副书记秦望舒传达省委全会精神，县长顾长川通报情况，县委书记卓砚秋讲话。", "田秀禾 县委常委,常务副县长: presided; 秦望舒 县委副书记: reported; 顾长川 县长: reported; 卓砚秋 县委书记: spoke"},
		{"各乡镇主要负责同志参加会议，县委书记田秀禾讲话，县长秦望舒主持会议。", "田秀禾 县委书记: spoke; 秦望舒 县长: presided; {各乡镇主要负责同志}: attended"},
		{"县教育局局长田秀禾、县财政局局长秦望舒分别作了汇报。", "田秀禾 县教育局局长: reported; 秦望舒 县财政局局长: reported"},
		{"会上，秦望舒通报了情况，田秀禾讲话。", "秦望舒: reported; 田秀禾: spoke"},
		{"参加会议的还有县直各部门主要负责人。", "{县直各部门主要负责人}: attended"},
		{"7月3日，县委书记田秀禾主持召开县委常委会会议并讲话。县领导秦望舒、顾长川参加。", "田秀禾 县委书记: presided spoke; 秦望舒 县领导: attended; 顾长川 县领导: attended"},
		{"田秀禾代表县政府向大会报告工作。", "田秀禾: reported"},
		{"会议学习了省委书记顾长川重要讲话精神，县长田秀禾领学。", "田秀禾 县长: reported"},
		{"县委书记田秀禾主持会议，县委副书记秦望舒，县委常委顾长川、卓砚秋出席会议，县人大常委会主任裴云舟、县政协主席温景澜列席会议。",
			"田秀禾 县委书记: presided; 秦望舒 县委副书记: attended; 顾长川 县委常委: attended; 卓砚秋 县委常委: attended; 裴云舟 县人大常委会主任: nonvoting; 温景澜 县政协主席: nonvoting"},
		{"县委副书记、县长田秀禾部署2024年经济工作，县委副书记秦望舒出席。", "田秀禾 县委副书记,县长: deployed; 秦望舒 县委副书记: attended"},
		{"田秀禾、秦望舒参加会见，顾长川参加会见并主持会议。", "田秀禾: attended; 秦望舒: attended; 顾长川: presided"},
		{"田秀禾主持会议。秦望舒、顾长川、卓砚秋出席会议。", "田秀禾: presided; 秦望舒: attended; 顾长川: attended; 卓砚秋: attended"},
		{"县长田秀禾主持会议，并就春耕工作讲话。", "田秀禾 县长: presided spoke"},
		{"出席会议的有：县长田秀禾、副县长秦望舒。", "田秀禾 县长: attended; 秦望舒 副县长: attended"},
	})
}

// TestBodies has bodies in the place of people.
func TestBodies(t *testing.T) {
	check(t, attendees, []row{
		{"县委常委会主持会议。", "<县委常委会>: presided"},
		{"会议由县委常委会主持。", "<县委常委会>: presided"},
		{"会议听取了县教育局的汇报。", "<县教育局>: reported"},
		{"会议听取了县教育局局长田秀禾关于开学工作的汇报。", "田秀禾 县教育局局长: reported"},
		{"县委书记田秀禾出席会议。会议听取和讨论了田秀禾受县政府委托作的工作报告。", "田秀禾 县委书记: reported"},
	})
}
