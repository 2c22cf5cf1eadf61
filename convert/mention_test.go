package convert_test

import "testing"

// TestTitles has where titles begin and end.
func TestTitles(t *testing.T) {
	check(t, attendees, []row{
		{"市政协副主席兼秘书长田秀禾主持会议。", "田秀禾 市政协副主席,秘书长: presided"},
		{"县委副书记、县长田秀禾主持会议。", "田秀禾 县委副书记,县长: presided"},
		{"县委书记、县人大常委会主任田秀禾主持会议。", "田秀禾 县委书记,县人大常委会主任: presided"},
		{"市委常委、纪委书记、监委主任田秀禾主持会议。", "田秀禾 市委常委,纪委书记,监委主任: presided"},
		{"县委常委、常务副县长田秀禾主持会议。", "田秀禾 县委常委,常务副县长: presided"},
		{"县人大常委会常务副主任沙秀禾主持会议。", "沙秀禾 县人大常委会常务副主任: presided"},
		{"副总经理（主持工作）田秀禾主持会议。", "田秀禾 副总经理（主持工作）: presided"},
		{"原县长田秀禾出席会议。", "田秀禾 原县长: attended"},
		{"县政协一级调研员田秀禾出席会议。", "田秀禾 县政协一级调研员: attended"},
		{"会议由县长田秀禾主持。", "田秀禾 县长: presided"},
		{"会上公司总工程师、工会主席田秀禾传达了集团会议精神。", "田秀禾 公司总工程师,工会主席: reported"},
		{"与会委员听取县委副书记、县长田秀禾作工作报告。", "田秀禾 县委副书记,县长: reported"},
		{"特邀省农科院首席专家田秀禾作专题讲座。", "田秀禾 省农科院首席专家: spoke"},
		{"受县委书记顾长川委托，县长田秀禾主持召开县委常委会会议。", "田秀禾 县长: presided"},
	})
}

// TestTitlesBehind has titles after or inside the name.
func TestTitlesBehind(t *testing.T) {
	check(t, attendees, []row{
		{"田秀禾院长主持会议。", "田秀禾 院长: presided"},
		{"田秀禾副省长出席会议。", "田秀禾 副省长: attended"},
		{"田秀禾总经理主持会议。", "田秀禾 总经理: presided"},
		{"田秀禾会长对章程作了说明。", "田秀禾 会长: reported"},
		{"田秀禾常委建议，要抓好春耕。", "田秀禾 常委: spoke"},
		{"时间：2024年7月3日\n出席：田委員秀禾　　秦委員望舒\n主席：田召集委員秀禾", "田秀禾(田委員秀禾) 召集委員: attended presided; 秦望舒(秦委員望舒) 委員: attended"},
		{"日期：2024年7月3日\n出席：田秀禾主席、秦望舒秘書、顧長川司庫\n記錄：秦望舒", "田秀禾 主席: attended; 秦望舒 秘書: attended recorded; 顧長川 司庫: attended"},
	})
}

// TestLists has lists of people, which share titles, verbs or neither.
func TestLists(t *testing.T) {
	check(t, attendees, []row{
		{"第二届学术委员会全体委员、校长田秀禾出席会议。", "田秀禾 校长: attended; {第二届学术委员会全体委员}: attended"},
		{"县人大常委会主任田秀禾，副主任秦望舒、顾长川出席会议。", "田秀禾 县人大常委会主任: attended; 秦望舒 副主任: attended; 顾长川 副主任: attended"},
		{"省委常委、市委书记田秀禾，市委副书记、市长秦望舒，市人大常委会主任顾长川，市政协主席卓砚秋出席会议。", "田秀禾 省委常委,市委书记: attended; 秦望舒 市委副书记,市长: attended; 顾长川 市人大常委会主任: attended; 卓砚秋 市政协主席: attended"},
		{"县长田秀禾、县委常委、组织部部长秦望舒出席会议。", "田秀禾 县长: attended; 秦望舒 县委常委,组织部部长: attended"},
		{"田秀禾、秦望舒等县领导出席会议。", "田秀禾: attended; 秦望舒: attended; {县领导}: attended"},
		{"县长田秀禾等县四套班子领导出席会议。", "田秀禾 县长: attended; {县四套班子领导}: attended"},
		{"副主席田秀禾、秦望舒、顾长川出席会议。", "田秀禾 副主席: attended; 秦望舒 副主席: attended; 顾长川 副主席: attended"},
		{"县领导田秀禾、秦望舒出席会议。", "田秀禾 县领导: attended; 秦望舒 县领导: attended"},
		{"田秀禾、秦望舒、顾长川出席会议。", "田秀禾: attended; 秦望舒: attended; 顾长川: attended"},
		{"县委书记田秀禾，县委副书记、县长秦望舒，县委副书记顾长川出席会议。", "田秀禾 县委书记: attended; 秦望舒 县委副书记,县长: attended; 顾长川 县委副书记: attended"},
		{"县委书记田秀禾和县长秦望舒出席会议。", "田秀禾 县委书记: attended; 秦望舒 县长: attended"},
		{"县委书记田秀禾、县长秦望舒、和副县长顾长川出席会议。", "田秀禾 县委书记: attended; 秦望舒 县长: attended; 顾长川 副县长: attended"},
		{"副主席田秀禾、秦望舒及县政协其他组成人员出席会议。", "田秀禾 副主席: attended; 秦望舒 副主席: attended; {县政协其他组成人员}: attended"},
	})
}

// TestNotThere has people whom the text names but who were not at the meeting.
func TestNotThere(t *testing.T) {
	check(t, attendees, []row{
		{"本报讯（记者柳映雪沈若溪）县长田秀禾主持会议。", "田秀禾 县长: presided"},
		{"本报讯 县长田秀禾主持会议。", "田秀禾 县长: presided"},
		{"县长田秀禾主持会议。\n（柳映雪 摄影报道）", "田秀禾 县长: presided"},
		{"县长田秀禾主持会议。\n■柳映雪", "田秀禾 县长: presided"},
		{"县长田秀禾主持会议。\n（撰稿：柳映雪 审核：沈若溪 摄影、编辑：方启衡）", "田秀禾 县长: presided"},
		{"本网讯（通讯员 柳映雪）7月3日，县长田秀禾主持会议。", "田秀禾 县长: presided"},
		{"会议传达学习了省委书记顾长川讲话精神。", ""},
		{"会议学习贯彻以顾长川同志为核心的省委部署。", ""},
		{"与会人员观看了省长顾长川的讲话视频。", ""},
		{"县长田秀禾主持会议。（记者 柳映雪）", "田秀禾 县长: presided"},
		{"县长田秀禾主持会议。\n（柳映雪 沈若溪）", "田秀禾 县长: presided"},
		{"县长田秀禾主持会议。\n责任编辑：柳映雪", "田秀禾 县长: presided"},
		{"县长田秀禾主持会议。会议选举秦望舒同志为副县长。", "田秀禾 县长: presided"},
	})
}
