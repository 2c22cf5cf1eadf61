package convert_test

import "testing"

// TestGroups has lists of groups: cut at 、 where each part has a noun for
// people of its own, and only there.
func TestGroups(t *testing.T) {
	check(t, attendees, []row{
		{"与会人员参加讨论。", ""},
		{"县纪委委员、监委委员列席会议。", "{县纪委委员}: nonvoting; {监委委员}: nonvoting"},
		{"各乡镇正职领导干部、派出所所长列席会议。", "{各乡镇正职领导干部}: nonvoting; {派出所所长}: nonvoting"},
		{"县直各部门、各国有企业正职领导干部列席会议。", "{县直各部门、各国有企业正职领导干部}: nonvoting"},
		{"部分茶农、合作社、加工厂、供销网点、科研院所等代表列席会议。", "{部分茶农、合作社、加工厂、供销网点、科研院所等代表}: nonvoting"},
		{"不是县委委员、候补委员的县级领导列席会议。", "{不是县委委员、候补委员的县级领导} without 县委委员,候补委员: nonvoting"},
		{"非党代表的村级班子成员列席会议。", "{非党代表的村级班子成员} without 党代表: nonvoting"},
		{"担任过县级领导职务的离休干部，部分基层党代表列席会议。", "{担任过县级领导职务的离休干部}: nonvoting; {部分基层党代表}: nonvoting"},
		{"各县、区和市直各部门党政主要负责同志参加会议。", "{各县、区和市直各部门党政主要负责同志}: attended"},
		{"各乡镇（场、区、办事处）主要负责人，县直各单位主要负责人参加会议。", "{各乡镇（场、区、办事处）主要负责人}: attended; {县直各单位主要负责人}: attended"},
		{"县人大、县政协主要负责人、分管负责人参加会议。", "{县人大、县政协主要负责人}: attended; {分管负责人}: attended"},
		{"县安委会成员单位主要领导参加会议。", "{县安委会成员单位主要领导}: attended"},
		{"县委、县人大、县政府、县政协全体领导同志参加会议。", "{县委、县人大、县政府、县政协全体领导同志}: attended"},
		{"在家的县领导参加会议。", "{在家的县领导}: attended"},
		{"党委委员、部门负责人参加会议。", "{党委委员}: attended; {部门负责人}: attended"},
	})
}

func TestPeopleAndGroups(t *testing.T) {
	check(t, attendees, []row{
		{"县委副书记田秀禾等县委组成人员出席会议。", "田秀禾 县委副书记: attended; {县委组成人员}: attended"},
		{"县委副书记田秀禾等县委常委会组成人员出席会议。", "田秀禾 县委副书记: attended; {县委常委会组成人员}: attended"},
		{"县长田秀禾及有关部门负责人参加会议。", "田秀禾 县长: attended; {有关部门负责人}: attended"},
		{"县长田秀禾，有关部门负责人参加会议。", "田秀禾 县长: attended; {有关部门负责人}: attended"},
	})
}

func TestCounts(t *testing.T) {
	check(t, attendees, []row{
		{"来自全县的86名职工代表和12名列席代表参加会议。", "{职工代表} 86名: attended; {列席代表} 12名: attended"},
		{"出席会议的县委委员31名，候补委员5名。", "{县委委员} 31名: attended; {候补委员} 5名: attended"},
		{"出席全会的县委委员35人、候补县委委员7人。", "{县委委员} 35人: attended; {候补县委委员} 7人: attended"},
		{"会议应到县委委员39名，实到36名。", "{县委委员} 36名: attended"},
		{"会议应出席县委委员39名、候补委员12名，实际出席会议的县委委员36名、候补委员11名。", "{县委委员} 36名: attended; {候补委员} 11名: attended"},
		{"会议应到董事9人，实到董事9人。", "{董事} 9人: attended"},
		{"机关干部等约70人参加会议。", "{机关干部} ~70人: attended"},
		{"机关干部、职工代表共计100余人参加会议。", "{机关干部}: attended; {职工代表}: attended; {机关干部、职工代表} ~100人: attended"},
		{"近二百名企业家参加会议。", "{企业家} ~200名: attended"},
		{"两千三百余名干部职工参加会议。", "{干部职工} ~2300名: attended"},
	})
}

// TestNotCounts has numbers that count nobody at the meeting.
func TestNotCounts(t *testing.T) {
	check(t, attendees, []row{
		{"会议选出委员25人。", ""},
		{"会议听取了57个单位的汇报。", ""},
		{"县政府召开第57次常务会议。", ""},
		{"会议提出4点意见。", ""},
	})
}
