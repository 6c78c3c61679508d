package wording

import "strings"

// Korean. The splitter cuts a run of Hangul into words, counters and particles,
// so a noun is listed without its particles and a verb by its stems; what may
// follow them is listed once.
//
// 여 after a number, as in 100여 명, is "and some more": more than 100, which is
// what it says (표준국어대사전: 그 수를 넘음), and never an estimate on both sides.
// 남짓 is the same. 수백 명 is hundreds and 몇백 명 several hundred, the wider
// readings of the two.
var korean = language{
	code: "ko", name: "Korean", verbFinal: true,
	words: []group{
		// Sino-Korean numerals; a digit in words is a number only within a larger one.
		{unit(1), "일"}, {unit(2), "이"}, {unit(3), "삼"}, {unit(4), "사"}, {unit(5), "오"}, {unit(6), "육, 륙"},
		{unit(7), "칠"}, {unit(8), "팔"}, {unit(9), "구"},
		{times(10).and(roleSole), "십"}, {times(100).and(roleSole), "백"}, {times(1e3).and(roleSole), "천"},
		{scale(1e4).and(roleSole), "만"}, {scale(1e8), "억"}, {scale(1e12), "조"},
		{pair(1, 2), "일이"}, {pair(2, 3), "이삼"}, {pair(3, 4), "삼사"}, {pair(4, 5), "사오"}, {pair(5, 6), "오륙"},
		{pair(6, 7), "육칠"}, {pair(7, 8), "칠팔"}, {pair(8, 9), "팔구"},
		// Native numerals; those of the first line need a counter.
		{unit(1).and(roleSole), "한, 하나"}, {unit(2).and(roleSole | roleNoun), "두"}, {unit(3).and(roleSole | roleNoun), "세, 석"},
		{unit(4).and(roleSole | roleNoun), "네, 넉"}, {times(10).and(roleSole | roleNoun), "열"},
		{unit(2).and(roleNoun), "둘"}, {unit(3).and(roleNoun), "셋"}, {unit(4).and(roleNoun), "넷"}, {unit(5).and(roleNoun), "다섯"},
		{unit(6).and(roleNoun), "여섯"}, {unit(7).and(roleNoun), "일곱"}, {unit(8).and(roleNoun), "여덟"}, {unit(9).and(roleNoun), "아홉"},
		{unit(20).and(roleNoun), "스물, 스무"}, {unit(30).and(roleNoun), "서른"}, {unit(40).and(roleNoun), "마흔"},
		{unit(50).and(roleNoun), "쉰"}, {unit(60).and(roleNoun), "예순"}, {unit(70).and(roleNoun), "일흔"},
		{unit(80).and(roleNoun), "여든"}, {unit(90).and(roleNoun), "아흔"},
		{pair(1, 2), "한두"}, {pair(2, 3), "두세, 두셋"}, {pair(2, 4), "두서너, 두서넛"}, {pair(3, 4), "서너, 서넛, 세네"},
		{pair(4, 5), "너댓, 네댓, 너덧, 네다섯, 너더댓"}, {pair(5, 6), "대여섯, 대엿, 댓여섯"}, {pair(6, 7), "예닐곱, 여섯일곱"},
		{pair(7, 8), "일고여덟, 일여덟"}, {pair(8, 9), "엳아홉, 여덟아홉"},
		// Vague numbers.
		{plural(10), "수십, 수십여, 몇십, 몇십여"}, {plural(100), "수백, 수백여"}, {plural(1e3), "수천, 수천여"}, {plural(1e4), "수만, 수만여"},
		{plural(1e5), "수십만, 수십만여"}, {plural(1e6), "수백만, 수백만여"}, {plural(1e7), "수천만, 수천만여"}, {plural(1e8), "수억, 수억여"},
		{quantifier(several), "몇, 몇몇, 여러, 수삼"}, {quantifier(couple), "두어"}, {quantifier(few), "소수"}, {quantifier(many), "다수, 수많은, 불특정 다수"},
		{sense{roles: roleQuantifier, term: several, value: 100}, "몇백"}, {sense{roles: roleQuantifier, term: several, value: 1e3}, "몇천"},
		{sense{roles: roleQuantifier, term: several, value: 1e4}, "몇만"}, {sense{roles: roleQuantifier, term: several, value: 1e5}, "몇십만"},
		{as(roleZero), "아무도, 한 명도, 단 한 명도, 한명도, 단 한명도, 한 사람도, 단 한 사람도, 전무"},
		{as(roleZero), absent("한 명도, 단 한 명도, 한명도, 단 한명도, 한 사람도, 아무도, ")},
		{as(roleUnknown), "수 미상, 인원 미상, 규모 미상, 미상, 알 수 없는 수, 알려지지 않은 수, 밝혀지지 않은 수, 확인되지 않은 수, 불상, 정확한 수를 알 수 없는"},

		// Hedges before a number, and after it.
		{before(exactly), "정확히, 총, 모두, 도합, 합계, 전부, 불과, 고작, 단, 겨우"},
		{before(about), "약, 대략, 어림잡아, 얼추, 대충, 줄잡아"},
		{before(nearly), "거의, 근"},
		{before(atLeast), "최소, 최소한, 적어도, 적게는, 적게 잡아도, 못해도, 최하"},
		{before(atMost), "최대, 최대한, 많아야, 많아봐야, 기껏해야"},
		{sense{roles: roleBefore | rolePerhaps, before: atMost}, "많게는, 많으면"},
		{after(atLeast), "이상, 아닌 최소, +"},
		{after(atMost), "이하, 이내, 넘지 않, 넘지 못"},
		{after(fewerThan), "미만, 못 미치, 못 미친, 못미치, 못미친, 못 미치는, 밑도, 밑도는, 밑돈, 밑돌, 못 되는, 안 되는, 채 안 되는, 못 되, 못 된, 안 되, 안 된, 채 안 되, 채 못 되, 채 안 된"},
		{after(moreThan), "초과, 남짓, 넘, 넘는, 넘는다, 넘은, 넘을, 넘었다, 넘었을, 넘게, 넘어, 넘어서, 넘어서는, 넘어선, 넘어섰, 넘어섰다, 넘어설, 넘겨, 넘긴, 넘겼, 넘겼다, 넘길, 웃도, 웃도는, 웃돈, 웃돈다, 웃돌, 웃돌았다, 상회, 상회하는, 상회한다, 상회했다, 돌파, 돌파했다, 돌파한, 능가"},
		{after(about), "가량, 정도, 안팎, 내외, 쯤, 전후, 남짓한 정도"},
		{sense{roles: roleAfter | roleFiller, after: about}, "추산, 추산된다, 추산되는, 추산됐다"},
		{after(nearly), "가까이, 가까운, 가깝, 가까워, 육박, 육박하는, 육박한, 육박한다, 육박했다, 근접, 근접한, 버금가"},

		// How firmly it is said.
		{modal(possible), "수 있, 수도 있, 수가 있, 가능성, 우려, 의심, 아마, 아마도, 어쩌면, 혹시, 모른, 모를"},
		{modal(likely), "추정, 추정되고, 추정하고, 추측, 짐작, 관측, 전망, 예상, 예측, 유력, 듯, 듯하, 듯한, 가능성이 높, 가능성이 크, 가능성이 큰, 가능성이 커, 것으로 보이, 것으로 보인, 것으로 보여, 것으로 보고, 것으로 본, 것으로 봤"},
		{modal(highlyLikely), "확실시, 거의 확실"},
		{as(rolePerhaps), "어쩌면, 아니면, 심지어"},
		{as(roleTo), "내지, 혹은, 또는"},
		{as(roleAnd), "및, 그리고"},
		{as(roleFiller), "무려, 지금까지, 현재, 현재까지, 이날까지, 이미, 추가, 또, 그, 각, 각각, 것, 수, 숫자, 인원, 규모, 수준, 달하, 달한, 달할, 달해, 달했, 이르, 이른, 이를, 이르러, 이르렀, 확인, 집계, 집계되고, 파악, 파악되고, 보고, 발생, 기록, 잠정, 공식, 누적, 최종, 전체, 나오, 나온, 나왔, 나와, 알려지, 알려진, 알려졌, 알려져, 전해지, 전해진, 전해졌, 전해져, 나타났, 나타난, 있, 추가로, 새로, 상당, 더, 많은, 적은, 사이, 되, 된, 될, 됐, 수 없, 수 없는, 수 없다, 수밖에 없, 수밖에 없는"},
		{as(roleIncluding | roleFiller), "중, 가운데"},
		{as(roleIncluding), "그중, 이중, 이들"},
		{as(roleIncluding | roleForward), "포함"},
		{as(roleFiller | roleForward), "등"},

		// Those counted.
		{as(rolePeople), "인명, 군인, 병사, 장병, 병력, 장교, 부사관, 사병, 해병, 용병, 병원, 군, 민간인, 주민, 시민, 국민, 인민, 북한군, 한국군, 국군, 러시아군, 우크라이나군, 이스라엘군, 미군, 중국군, 정부군, 반군, 적군, 무장대원, 무장세력, 무장 세력, 전투원, 대원, 요원, 테러범, 한국인, 북한인, 외국인, 내국인, 한인, 백인, 흑인, 교민, 동포, 러시아인, 우크라이나인, 미국인, 중국인, 팔레스타인인, 이스라엘인, 어린이, 아동, 아이, 영아, 유아, 청소년, 미성년자, 여성, 남성, 여자, 남자, 부녀자, 노인, 고령자, 성인, 학생, 초등학생, 중학생, 고교생, 대학생, 교사, 승객, 탑승객, 탑승자, 승무원, 선원, 선장, 조종사, 직원, 근로자, 노동자, 작업자, 인부, 광부, 농민, 어민, 의사, 의료진, 간호사, 경찰, 경찰관, 소방관, 소방대원, 구조대원 사망, 구호요원, 구호 요원, 기자, 언론인, 관광객, 여행객, 순례객, 시위대, 참가자, 신도, 환자, 수감자, 인질, 이주민, 이민자, 가족, 일가족, 유족, 보행자, 운전자, 행인, 피해자, 사람, 남녀"},
		{sense{roles: rolePeople | roleMeasure, measure: killed}, "사망자, 전사자, 희생자, 숨진 사람, 사망 피해자"},
		{sense{roles: rolePeople | roleMeasure, measure: wounded}, "부상자, 중상자, 경상자, 중경상자, 부상병"},
		{sense{roles: rolePeople | roleMeasure, measure: missing}, "실종자, 행방불명자"},
		{sense{roles: rolePeople | roleMeasure, measure: captured}, "포로"},
		{sense{roles: rolePeople | roleMeasure, measure: killedOrWounded}, "사상자, 인명피해, 인명 피해"},
		{sense{roles: rolePeople | roleMeasure, measure: killedOrMissing}, "사망 실종자, 사망자와 실종자"},
		{sense{roles: rolePeople | roleMeasure, measure: displaced}, "이재민, 난민, 피난민, 피란민, 실향민, 대피자"},
		{sense{roles: rolePeople | roleMeasure, measure: bodies}, "시신, 유해, 사체, 주검"},

		// What befell them: nouns that take 하다 and 되다, and stems of verbs.
		{counts(killed), "사망, 전사, 순직, 산화, 희생, 사살, 살해, 피살, 학살, 처형, 즉사, 폭사, 압사, 익사, 질식사, 동사했, 병사했, 숨지, 숨졌, 숨진, 숨져, 숨질, 숨짐, 죽, 죽었, 죽은, 죽어, 죽을, 죽이, 죽였, 죽인, 죽여, 목숨을 잃, 목숨을 앗아, 생명을 잃, 숨을 거두, 숨을 거뒀, 숨을 거둔, 세상을 떠났, 세상을 떠난, 사망 피해"},
		{counts(wounded), "부상, 중상, 경상, 중경상, 다치, 다쳤, 다친, 다쳐, 다칠, 다침, 상처를 입"},
		{counts(missing), "실종, 행방불명, 행방이 묘연, 연락이 두절, 연락이 끊"},
		{counts(captured), "생포, 포로, 투항, 항복, 포로로 잡"},
		{counts(killedOrWounded), "사상자, 인명피해, 인명 피해"},
		{counts(displaced), "대피, 피난, 피란, 집을 잃, 피난길, 피란길"},
		{counts(deployed), "파병, 파견, 배치, 투입, 증파, 주둔"},
		{counts(losses), "손실, 병력 손실, 피해"},
		{counts(irrecoverable), "회복 불가능한 손실, 복구 불가능한 손실"},
		{counts(excess), "초과 사망, 초과사망, 초과 사망자, 초과사망자"},

		// Not the toll.
		{sense{roles: rolePeople | roleOthers, reason: OtherCount}, "생존자, 생환자, 구조자, 구조된 사람, 귀환자, 가담자"},
		{sense{roles: roleLabel, reason: OtherCount}, "평균, 매일"},
		{not(OtherCount), "구조, 구조됐, 전차, 탱크, 장갑차, 차량, 승용차, 버스, 트럭, 드론, 무인기, 미사일, 로켓, 포탄, 폭탄, 항공기, 전투기, 헬기, 헬리콥터, 함정, 선박, 어선, 건물, 주택, 가옥, 아파트, 학교, 병원, 교회, 마을, 도시, 지역, 국가, 가구, 사건, 사고, 공격, 공습, 교전"},
		{not(Designation), "여단, 사단, 연대, 대대, 군단, 중대, 소대, 함대, 여객기, 호기"},
		{not(OtherCount), "사망률, 치사율, 부상률"},
		{sense{roles: roleFraction, reason: Percentage}, "%"},
		{as(roleFraction), "절반, 과반, 과반수, 반수, 대부분, 대다수"},
		{as(roleOrdinal), "첫째, 둘째, 셋째, 넷째, 첫, 첫번째, 두번째, 세번째"},
		{sense{roles: roleLabel, reason: Ordinal}, "제"},
		{sense{roles: roleLabel, reason: Clock}, "오전, 오후, 새벽"},
		{as(roleCurrency), "$, ₩, €"},
		{as(roleFiller), "천명했, 천명하, 천명한"}, // declared

		// What the sentence does with the number.
		{as(roleUntrue), "부인했, 부인하, 부인한, 부인해, 일축, 반박, 사실무근, 사실이 아니, 사실이 아닌, 사실이 아님, 사실과 다르, 사실과 다른, 허위, 거짓, 가짜, 가짜뉴스, 오보, 날조, 낭설, 근거 없, 근거가 없, 근거 없는, 근거가 없다, 근거가 없는"},
		{sense{roles: roleUntrue | roleMeasure, measure: killed}, "숨지지 않, 사망하지 않, 죽지 않, 전사하지 않"},
		{sense{roles: roleUntrue | roleMeasure, measure: wounded}, "다치지 않, 부상하지 않, 부상당하지 않, 부상을 입지 않"},
		{sense{roles: roleUntrue | roleMeasure, measure: missing}, "실종되지 않"},
		{sense{roles: roleUntrue | roleMeasure, measure: captured}, "생포되지 않"},
		{sense{roles: roleUntrue | roleMeasure, measure: deployed}, "파병하지 않, 파병되지 않"},
		{as(roleEarlier), "당초, 애초, 종전, 기존, 이전, 직전, 앞서 발표, 앞서 알려진, 앞서 집계, 앞선"},
		{as(roleRises), "늘, 늘어, 늘었, 늘어나, 늘어난, 늘어났, 늘린, 늘렸, 증가, 급증, 줄, 줄어, 줄었, 줄어든, 줄어들, 줄였, 줄인, 감소, 상향, 하향, 수정, 정정, 조정, 올라, 올랐, 올렸, 불어나, 불어난, 불어났, 높아졌"},
		{as(roleClause), "밝혔, 말했, 전했, 발표했, 보도했, 주장했, 설명했, 보고했, 강조했, 덧붙였, 반면, 반면에, 그러나, 하지만, 한편, 다만, 따르면, 그런데"},
	},
	counters: []group{
		{as(rolePeople), "명, 사람, 인, 위"},
		{sense{roles: rolePeople | roleOthers, reason: Duration}, "분"}, // a minute after digits, a person after 두 or 세
		{sense{roles: rolePeople | roleMeasure, measure: bodies}, "구"},
		{after(moreThan), "여"},
		{not(OtherCount), "대, 척, 발, 문, 기, 량, 채, 동, 곳, 건, 회, 차례, 개, 마리, 가구, 세대, 번, 편, 층, 점, 표, 석, 개국, 배, 종, 쪽, 장, 권, 호, 호실, 페이지, 팀, 개교, 군데, 인분, 인승, 인조, 인당, 명당, 가지, 정, 자루, 그루, 병, 통, 상자, 두, 필, 벌, 개조, 개월령"},
		{not(Designation), "여단, 사단, 연대, 대대, 군단, 중대, 소대, 함대, 호선, 호기, 번지, 동대, 구역, 지구, 학년"},
		{not(Ordinal), "번째, 째, 차, 위권, 등급, 등, 호골"},
		{not(Year), "년, 년대, 년도, 년형"},
		{not(Calendar), "월, 일, 일자"},
		{not(Clock), "시, 시경, 시께"},
		{not(Duration), "시간, 초, 일간, 주, 주간, 주년, 개월, 달, 년간, 분간, 초간, 박, 분기, 세기, 주째, 일째, 년째, 시간째, 개월째, 거래일"},
		{not(Age), "세, 살, 대 남성, 대 여성"},
		{not(Measurement), "킬로미터, 미터, 센티미터, 밀리미터, 킬로, 킬로그램, 그램, 톤, 리터, 배럴, 평, 도, 제곱미터, 제곱킬로미터, 헥타르, 노트, 해리, 리, 킬로톤, 와트, 메가와트, 마일, 피트, 인치, 파운드"},
		{as(roleCurrency), "원, 달러, 유로, 엔, 위안, 루블, 파운드화, 흐리우냐, 센트, 원화"},
		{as(roleFraction), "분의"},
		{sense{roles: roleFraction, reason: Percentage}, "퍼센트, 프로, 퍼센트포인트, 포인트, 할"},
	},
	particles: []group{
		// After nouns.
		{as(roleFiller), "은, 는, 이, 가, 을, 를, 의, 에, 에게, 에게서, 에서도, 께, 도, 만, 으로, 로, 로서, 로써, 으로는, 부터, 까지, 밖에, 뿐, 씩, 이나, 나, 째, 들, 마다, 조차, 마저, 라도, 이라도, 처럼, 만큼, 중, 경, 께서, 측, 대, 이란, 란, 이라, 라, 간"},
		{as(roleTo | roleFiller), "에서"},
		{as(roleAnd), "와, 과"},
		{as(roleEarlier), "보다"},
		{after(about), "쯤"},
		// The copula.
		{as(roleFiller), "이다, 다, 인, 이라고, 라고, 이라는, 라는, 이던, 이었, 였, 이었던, 였던, 인데, 인지, 임, 입니다, 일"},
		{as(roleClause), "이라며, 라며, 이며, 이지만, 지만, 였으며, 이었으며"},
		{as(roleAnd | roleClause), "이고, 였고, 이었고"},
		// 하다, 되다 and the like after nouns.
		{as(roleFiller), "하, 했, 한, 해, 할, 함, 하는, 합니다, 해서, 되, 됐, 된, 돼, 될, 됨, 되는, 받, 당하, 당했, 당한, 당해, 당할, 당함, 시키, 시켰, 시킨, 시켜, 시킬"},
		// Endings of verbs.
		{as(roleFiller), "었, 았, 던, 음, 기, 게, 도록, 어, 아, 어서, 아서, 지, 지도, 다고, 다는, 다던, 단, 다면, 습니다, 었다, 았다, 는지, 은지, 네, 냐, 냐는, 려, 러, 더라도, 면, 으면"},
		{as(roleAnd | roleClause), "고, 고서, 하고, 되고"},
		{as(roleClause), "며, 으며, 면서, 으면서, 으나, 는데, 은데, 다며, 다면서"},
		{as(roleAnd), "거나, 하거나, 되거나, 당하거나, 든지"},
	},
}

// absent lists each word before the forms of 없다, there is none.
func absent(words string) string {
	var list []string
	for w := range strings.SplitSeq(words, ",") {
		for _, form := range []string{"없다", "없었다", "없는", "없었", "없으", "없고", "없어", "없음", "없이", "없"} {
			list = append(list, w+" "+form)
		}
	}
	return strings.Join(list, ",")
}
