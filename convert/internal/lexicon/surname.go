package lexicon

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// common holds the single surnames in the order of how many people bear
// them (the first hundred), then the rarer ones in no order. Simplified.
const common = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"

const rarer = "肖庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边" +
	"辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保蔺" +
	"水云昌凤酆俞柳皮卞元尹湛祁禹狄贝臧计成宋茅庞纪项祝麻强路危江颜梅刁徐骆樊凌霍支昝管经干缪宣贲邓杭诸左崔钮嵇邢滑陆荣翁荀羊於惠甄麴家芮羿储靳汲邴松段富乌焦巴弓牧隗山谷车侯宓蓬郗班仰秋仲伊仇暴甘钭厉戎祖武符景詹束幸韶郜" +
	"黎蓟宿怀蒲邰从鄂索咸籍蔺乔阴胥苍双闻莘翟谭贡劳逄姬扶堵冉宰郦雍却璩濮寿通扈冀郏浦尚农温别晏瞿阎充慕连茹宦艾鱼容向慎戈廖庾终暨居衡步耿弘匡文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶曾毋沙乜鞠须丰巢蒯查" +
	"荆红游竺权逯盖益桓仉督岳帅缑亢况郈琴归海伯赏佘佴墨哈谯笪爱佟福禚占亓仝隽麦蹇么楼母镡展佀付闫萬代邝亚岩泽缴漆敬同英苏曼问鸟初仵国郐昂撒矫庹税苌鹿粟芈翦訾郇尧修由邬甯但青但旷植谌晁楚闾迮逄漕褟侣先宛璩冶邶铁才汝钦诺扎折逮邾幺恽" +
	"菅普庆才丹恒罕郄闪塔剧屯亮谯揣雒蹇沐麴耶令尉巨苻展雪辛随候茆烟银苑原运臧洼暨候禤尼靖姒瓮昝是么谬覃闭农韦蓝"

// compound holds the surnames of two characters.
const compound = "欧阳 官 司马 诸葛 司徒 慕容 令狐 夏侯 皇甫 尉迟 长孙 宇文 孙 端木 东方 南宫 呼延 拓跋 独孤 轩辕 闻人 钟离 淳于 单于 申屠 羊 澹台 濮阳 太叔 赫连 万俟 冶 宗政 仲孙 鲜于 闾丘 司空 亓官 司寇 子车 颛孙 巫马 西 漆雕 乐正 壤驷 良 夹谷 宰父 谷梁 百里 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 即墨 达奚 褚师 完颜 叶赫 那拉 爱新 图门 纳兰 张简 范姜 张廖"

// surnames weighs every surname; made once and only read.
var surnames = sync.OnceValue(func() map[string]float64 {
	all := map[string]float64{}
	for _, r := range rarer {
		all[string(r)] = 0.25
	}
	n := float64(utf8.RuneCountInString(common))
	i := 0.0
	for _, r := range common {
		all[string(r)] = 1 - 0.5*i/n
		i++
	}
	for _, two := range strings.Fields(compound) {
		all[two] = 0.6
	}
	return all
})

// Surname tells how many characters of folded text s are a surname (0, 1 or
// 2) and how common it is, from 0 (rare) to 1.
func Surname(s string) (runes int, weight float64) {
	_, size := utf8.DecodeRuneInString(s)
	if size < 3 {
		return 0, 0
	}
	all := surnames()
	if len(s) >= 2*size {
		if w, ok := all[s[:2*size]]; ok {
			return 2, w
		}
	}
	if w, ok := all[s[:size]]; ok {
		return 1, w
	}
	return 0, 0
}
