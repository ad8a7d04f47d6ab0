import pytest

from index.records import Voice
from index.speech.cues import Cast, Cue, Scene
from index.speech.cues_en import find_cue_en
from index.speech.cues_zh import find_cue_zh

XI = Voice("习近平", "xi-jinping", "cn", "carried")
WANG = Voice("王毅", "wang-yi", "cn", "label")
BIDEN = Voice("Biden", "biden", "us", "carried")
LEADERS = Voice("The two leaders", None, "joint", "joint")


def summarise(cue: Cue | None) -> tuple[str, str | None, str | None] | None:
    return cue and (cue.kind, cue.voice.side, cue.voice.person)


@pytest.mark.parametrize(
    ("text", "carried", "expected"),
    [
        ("习近平指出，台湾问题是中国内政。", Voice(), ("speaker", "cn", "xi-jinping")),
        ("習近平深入闡述了原則立場，指出，台灣問題最重要。", Voice(), ("speaker", "cn", "xi-jinping")),
        ("美国总统川普表示，美中关系很好。", XI, ("speaker", "us", "trump")),
        ("美商务部长雷蒙多和商界领袖纷纷表示，欢迎稳定的中国。", XI, ("speaker", "us", "raimondo")),
        ("格林纳达驻华大使马岩表示，机器人能保障安全。", Voice(), ("speaker", "other", None)),
        ("成都市市长陈书平表示，活动以城市为窗。", Voice(), ("speaker", "cn", None)),
        ("双方认为，中美关系取得重要进展。", XI, ("joint", "joint", None)),
        ("会谈中，两国元首同意设立工作组。", XI, ("joint", "joint", None)),
        # a demand is no "must", and what somebody says of a thing no speech
        ("中方要求美方撤走导弹系统。", Voice(), ("speaker", "cn", None)),
        ("中方就美方近期在南海的侵权活动提出严正交涉。", Voice(), ("speaker", "cn", None)),
        ("中方要停止这样做。", Voice(), None),
        ("美方的说法颠倒黑白。", XI, None),
        # a demand or a wish inside a speech is its speaker's
        ("双方应一道维护好良好势头。", XI, None),
        ("美方应该将不支持“台独”的表态体现在具体行动上。", XI, None),
        ("希望美方恪守一个中国原则。", XI, None),
        ("中方重视美方的有关表态。", XI, None),
        ("双方提出的倡议要彼此开放，也可以协调对接。", XI, None),
        ("特朗普总统希望让美国再次伟大，我致力于民族复兴。", XI, None),
        ("我愿继续同习近平主席保持密切沟通。", Voice("特朗普", "trump", "us", "carried"), None),
        # the other side's words told inside a speech
        ("去年巴厘岛会晤时，美方表示不支持“台独”。", XI, ("speaker", "us", None)),
        ("中方认为，这应该是积极稳定。", WANG, None),
        ("我们在会晤中感受到，美方了解中方的立场。", WANG, ("speaker", "us", None)),
        ("中方欢迎布林肯国务卿近期访华。", Voice("双方", None, "joint", "joint"), ("speaker", "cn", None)),
        # inside a speech: its own talk of both sides, and of a leader by his title
        ("双方相互尊重、相互支持。", XI, None),
        ("我们都认为，中匈传统友谊深厚。", XI, ("joint", "joint", None)),
        ("习近平主席同总理先生举行会晤，就深化关系作出规划。", Voice("李强", "li-qiang", "cn", "carried"), None),
        # whoever is quoted, where the teller is only a frame
        ("王毅说，习近平主席强调合作是唯一正确选择。", Voice(), ("speaker", "cn", "xi-jinping")),
        ("匈方希望提升两国关系。", LEADERS, ("speaker", "other", None)),
        ("美国中央司令部24日早些时候称，已展开行动。", Voice(), ("speaker", "us", None)),
        ("高盛方面称，关税将推高通胀。", Voice(), ("speaker", "other", None)),
        # a country's name that only begins a longer one, and an office in front of another country's name
        ("美国媒体还报道称，公司遭到起诉。", Voice(), ("speaker", "other", None)),
        ("美国分析人士指出，局势令人担忧。", Voice(), ("speaker", "other", None)),
        ("乌克兰财政部长马尔琴科在会晤后称，英国同意提供贷款。", Voice(), ("speaker", "other", None)),
        ("别尔哥罗德州州长格拉德科夫24日确认，机上人员全部遇难。", Voice(), ("speaker", "other", None)),
        ("美国《华盛顿邮报》1日援引美国官员的话报道称，援助可能停止。", Voice(), ("speaker", "us", None)),
        # who a report is taken from; China's own media only carry it
        ("据俄罗斯国防部网站24日消息，研究项目已被掌握。", Voice(), ("speaker", "other", None)),
        ("据美国媒体报道，五角大楼正考虑打击。", Voice(), ("speaker", "other", None)),
        ("据新华社报道，会议今天举行。", Voice(), ("narration", None, None)),
        ("据美联社8日报道，一名美国军官称，事件正在调查。", Voice(), ("speaker", "us", None)),
        ("蓝箭航天相关负责人表示，火箭能力提升。", Voice(), ("speaker", "other", None)),
        ("中国科学院有关负责人介绍，成就辉煌。", Voice(), ("speaker", "cn", None)),
        ("美国政府朝鲜事务特别代表金·史密斯7日说，会谈有益。", Voice(), ("speaker", "us", None)),
        ("明尼苏达州州长提姆·沃尔兹周日说，局势平稳。", Voice(), ("speaker", "us", None)),
        ("美中贸易全国委员会会长谭森表示，交往有助于稳定。", Voice(), ("speaker", "other", None)),
        ("美国广播公司报道说，会议十分重要。", Voice(), ("speaker", "other", None)),
        ("大家表示，要坚定信心。", Voice(), ("speaker", "other", None)),
        ("习近平总书记来到伏羲庙，他指出，要保护好文化遗产。", Voice(), ("speaker", "cn", "xi-jinping")),
        ("美国飞虎队老兵莫耶说，我深受感动。", Voice(), ("speaker", "other", None)),
        ("明尼苏达州居民莎拉·兰蒂说：“我们是老朋友。”", Voice(), ("speaker", "other", None)),
        # where it was said, with a day in brackets, and who is meant by "he" in the same sentence
        ("习近平总书记在党的二十大报告中明确指出，必须牢固树立理念。", Voice(), ("speaker", "cn", "xi-jinping")),
        ("習近平主席在歡迎宴會上的演講中指出，合作是正確的選擇。", Voice(), ("speaker", "cn", "xi-jinping")),
        ("普京今天（4月16日）表示，愿意会谈。", Voice(), ("speaker", "other", "putin")),
        ("北约秘书长吕特13日在防长会议期间表示，从未有人承诺。", Voice(), ("speaker", "other", None)),
        ("习近平缓步瞻仰会场，他表示，我们党日益成熟。", Voice(), ("speaker", "cn", "xi-jinping")),
        ("习近平提出的倡议得到支持。", Voice(), ("narration", "cn", "xi-jinping")),
        # silence, and a bill that is put forward
        ("对此，美国国务院暂未回应。", Voice(), ("narration", None, None)),
        ("国务院提出了关于提请审议社会救助法草案的议案。", Voice(), None),
        ("以色列国防部长加兰特7日说，行动将继续。", Voice(), ("speaker", "other", "gallant")),
        ("俄国防部23日称，俄军当天展开打击。", Voice(), ("speaker", "other", None)),
        ("美商务部长雷某某表示，将评估影响。", Voice(), ("speaker", "us", None)),
        # plain narration
        ("两国元首就中美关系深入交换意见。", XI, ("joint", "joint", None)),
        ("習近平在祈年殿迎接特朗普到訪。", XI, ("narration", "cn", "xi-jinping")),
        ("蔡奇、王毅等参加上述活动。", XI, ("narration", "cn", "cai-qi")),
        ("5月15日上午，国家主席习近平在中南海同美国总统特朗普会晤。", XI, ("narration", None, None)),
    ],
)
def test_chinese_cues(text: str, carried: Voice, expected: tuple[str, str | None, str | None] | None) -> None:
    assert summarise(find_cue_zh(text, Scene(carried))) == expected


@pytest.mark.parametrize(
    ("text", "scene", "expected"),
    [
        ("President Biden underscored his concerns about Taiwan.", Scene(), ("speaker", "us", "biden")),
        ("On Taiwan, President Biden emphasized that our policy has not changed.", Scene(), ("speaker", "us", "biden")),
        ("Mr. Sullivan also raised areas of concern.", Scene(), ("speaker", "us", "sullivan")),
        ("President Xi pointed out that the Pacific is big enough.", Scene(), ("speaker", "cn", "xi-jinping")),
        ("He called for restraint.", Scene(last_person=BIDEN), ("speaker", "us", "biden")),
        (
            "The President reaffirmed the commitment.",
            Scene(cast=Cast(titles={"president": BIDEN})),
            ("speaker", "us", "biden"),
        ),
        ("The two leaders agreed to resume talks.", Scene(), ("joint", "joint", None)),
        ("Both sides welcomed ongoing efforts.", Scene(), ("joint", "joint", None)),
        ("They welcomed the resumption of cooperation.", Scene(last_subject=LEADERS), ("joint", "joint", None)),
        ("The two sides should respect each other.", Scene(XI), None),
        ("The United States should honor its commitments.", Scene(XI), None),
        ("The Chinese side said it would respond.", Scene(), ("speaker", "cn", None)),
        ("“We talked about it,” President Biden said.", Scene(), ("speaker", "us", "biden")),
        ("The two leaders held a candid discussion.", Scene(), ("joint", "joint", None)),
        ("The two leaders met in Bali.", Scene(), ("narration", "joint", None)),
        (
            "And so, you know, the President was quite clear.",
            Scene(cast=Cast(titles={"president": BIDEN})),
            ("speaker", "us", "biden"),
        ),
        ("They discussed trade.", Scene(last_subject=BIDEN, cast=Cast("us", "cn")), ("joint", "joint", None)),
        (
            "Secretary Blinken and Foreign Minister Wang also discussed trade.",
            Scene(cast=Cast("us", "cn")),
            ("joint", "joint", None),
        ),
        ("Secretary Blinken and National Security Advisor Sullivan welcomed it.", Scene(), ("speaker", "us", None)),
        ("The King thanked the President.", Scene(cast=Cast("us", "other")), ("speaker", "other", None)),
        (
            "A Chinese foreign ministry spokesperson said Beijing would act.",
            Scene(),
            ("speaker", "cn", None),
        ),
        ("“Both got what they wanted,” said Wu Xinbo, a professor.", Scene(), ("speaker", "other", None)),
        ("BUSAN, South Korea (AP) — President Trump said he would act.", Scene(), ("speaker", "us", "trump")),
        ("President Xi and I agreed to talk.", Scene(speech=True), ("joint", "joint", None)),
        ("We’ve agreed to keep lines open.", Scene(speech=True), ("joint", "joint", None)),
        ("We discussed this at length.", Scene(speech=True), None),
        ("President Sall thanked the United States.", Scene(cast=Cast("us", "other")), ("speaker", "other", None)),
        ("The call follows the meeting in Woodside.", Scene(), ("narration", None, None)),
        # an office in small letters: alone, of the other side, before a name; a body of a country
        (
            "The foreign minister told me that.",
            Scene(cast=Cast("us", titles={"foreign minister": WANG}), speech=True),
            ("speaker", "cn", "wang-yi"),
        ),
        (
            "The U.S. president expressed respect.",
            Scene(last_person=BIDEN, cast=Cast("cn", titles={"president": XI})),
            ("speaker", "us", "biden"),
        ),
        ("State Department spokesman Tom Example told reporters so.", Scene(), ("speaker", "us", None)),
        ("Taiwan's foreign ministry thanked Biden.", Scene(), ("speaker", "other", None)),
        ("White House officials thanked the leaders.", Scene(), ("speaker", "us", None)),
        ("Several advocates shared their views.", Scene(), ("speaker", "other", None)),
        ("President Biden recognized the efforts.", Scene(), ("speaker", "us", "biden")),
        ("“We are pleased,” a spokesperson said.", Scene(XI), ("speaker", "cn", None)),
        # inside a speech: what both will do is the speaker's, what the others plainly say is theirs
        ("The two leaders will meet again.", Scene(BIDEN, speech=True), ("narration", "joint", None)),
        ("Beijing says that sanctions are in the way.", Scene(BIDEN, speech=True), ("speaker", "cn", None)),
        ("China must stop this.", Scene(BIDEN, speech=True), None),
        ("Foreign Minister Qin Gang and I agreed to expand exchanges.", Scene(speech=True), ("joint", "joint", None)),
        (
            "The Secretary and Foreign Minister Wang Yi discussed AI.",
            Scene(cast=Cast("us", "cn", titles={"secretary": Voice("Secretary", "blinken", "us")})),
            ("joint", "joint", None),
        ),
    ],
)
def test_english_cues(text: str, scene: Scene, expected: tuple[str, str | None, str | None] | None) -> None:
    assert summarise(find_cue_en(text, scene)) == expected
