// The page around verify.mjs: fetches or opens a bundle and shows the verdict in words.
import { verify } from "./verify.mjs";

const english = document.documentElement.lang === "en";

/** What is said, in the language the page is read in. */
const say = (chinese, inEnglish) => (english ? inEnglish : chinese);

/** What each code of the protocol's section 9 means to a reader. */
const MEANING = {
  MALFORMED: say("文件不是完整的验证包，或含有协议不允许的内容", "the file is no complete bundle, or has what the protocol does not allow"),
  PROTOCOL_UNKNOWN: say("协议版本未知", "the version of the protocol is not known"),
  COMMIT_HASH: say("承诺值与承诺的内容不符", "the commitment does not fit what was committed to"),
  PARENT_RESULT: say("检查组的重抽没有承接原来的结果", "the teams were drawn again on another result than the one before"),
  FRAME_ORDER: say("名单没有按规定的次序排列，或有重复", "the list is not in the order the rules ask for, or has somebody twice"),
  FRAME_ROOT: say("检查对象名单与承诺时不同", "the list of subjects is not the one committed to"),
  INSPECTOR_ROOT: say("执法人员名单与承诺时不同", "the list of inspectors is not the one committed to"),
  RECUSAL_ROOT: say("回避名单与承诺时不同", "the list of conflicts is not the one committed to"),
  ENTROPY_INVALID: say("随机数的来源不符合承诺", "the source of chance is not the one committed to"),
  VRF_PROOF: say("密封抽取的随机数证明不成立", "the proof of the chance of a sealed draw does not hold"),
  SEED: say("随机种子不是由承诺的来源算出的", "the seed does not come from the source that was committed to"),
  ALLOCATION: say("各层的抽取数量不对", "the numbers to draw of each class are wrong"),
  SELECTION: say("抽中的对象与重新计算的不同", "others are drawn when it is computed again"),
  ALTERNATES: say("候补的对象或次序与重新计算的不同", "the alternates or their order differ when computed again"),
  TEAM_MISSING: say("检查组不全，或所称缺员不属实", "teams are missing, or a lack that is claimed is not true"),
  TEAM_SIZE: say("检查组人数不对", "a team has the wrong size"),
  TEAM_UNQUALIFIED: say("检查组成员不具备所需资格", "a member of a team may not inspect this"),
  TEAM_RECUSED: say("应当回避的人员进入了检查组", "somebody with a conflict is in a team"),
  TEAM_OVER_CAP: say("有人承担的检查超过上限", "somebody has more inspections than allowed"),
  TEAM_NOT_OPTIMAL: say("检查组不是按规则抽签得出的", "the teams are not those the lots give"),
  RESULT_HASH: say("结果值与结果的内容不符", "the hash of the result does not fit the result"),
};

/** What the verifier remarks, in the reader's language; its own words are kept beside them. */
const REMARKS = [
  [/^not UTF-8$/, "文件不是 UTF-8 编码"],
  [/^protocol is (.*)$/, "文件写明的协议是 $1"],
  [/^at character (\d+) expected (.*)$/, "第 $1 个字符处格式不对"],
  [/^(\S+) is missing$/, "缺少 $1"],
  [/^(\S+) is not known here$/, "$1 不是协议规定的种类"],
  [/^(\S+) has members not allowed here: (.*)$/, "$1 含有不允许的成员：$2"],
  [/^(\S+) has a name twice$/, "$1 有重复的名称"],
  [/^(\S+) must be (\d+) bytes in lower-case hex$/, "$1 应为 $2 字节的小写十六进制"],
  [/^(\S+) must be an integer (\S+)\.\.(\S+)$/, "$1 应为 $2 至 $3 的整数"],
  [/^(\S+) must be a string of (\d+) to (\d+) characters$/, "$1 应为 $2 至 $3 个字符"],
  [/^(\S+) must be (.*)$/, "$1 不符合协议的格式"],
  [/^(\S+) has a stratum the commit does not list$/, "$1 有承诺中没有的层"],
  [/^(\S+) has nobody who may be drawn at a rate above 0$/, "$1 有一层应当抽取，却无人可抽"],
  [/^(\S+) has an impossible rate$/, "$1 的抽取比例不可能"],
  [/^(\S+) is above the whole$/, "$1 超过全部对象"],
  [/^the commit hashes to something else$/, "承诺的内容算出的是另一个值"],
  [/^the result hashes to something else$/, "结果的内容算出的是另一个值"],
  [/^another seed follows from the entropy$/, "由随机数算出的是另一个种子"],
  [/^other subjects follow$/, "重新计算抽中的是另一些对象"],
  [/^the contribution of (.*) is not the committed one$/, "$1 的贡献与其承诺不符"],
  [/^each witness contributes exactly once$/, "每名见证人应当各贡献一次"],
  [/^contributions are not in the order of the witnesses$/, "贡献没有按见证人的次序排列"],
  [/^two distinct witnesses are needed$/, "至少需要两名不同的见证人"],
  [/^not the committed drand round$/, "不是承诺的那一轮 drand"],
  [/^not the committed lottery and issue$/, "不是承诺的彩票和期号"],
  [/^the chain is not quicknet$/, "不是 drand 的 quicknet 链"],
  [/^the lottery has fewer than 2\^24 outcomes$/, "该彩票的可能结果太少"],
  [/^drawnAt must be before executeBy$/, "开奖时间应当早于最迟抽取时间"],
  [/^(.*) needs (\d+) different inspectors, ascending$/, "$1 需要 $2 名不同的执法人员，按编号排列"],
  [/^(.*) and (.*) are not matched as the lots say$/, "$1 与 $2 的搭配不是按抽签得出的"],
  [/^no certificate$/, "缺少检查组的证明"],
  [/^infeasible stands beside teams$/, "既写明组不成检查组，又列出了检查组"],
  [/^the proof does not hold for the key$/, "随机数证明与公布的公钥不符"],
  [/^the parent does not verify: (\S+) .*$/, "所承接的抽取验证不通过（$1）"],
  [/^the parent's teams were feasible$/, "所承接的抽取本来组得成检查组"],
  [/^the selection is not the parent's$/, "抽中的对象与所承接的抽取不同"],
  [/^numbers or nesting beyond any real draw$/, "数字或层次超出任何真实的抽取"],
];

function inChinese(detail) {
  for (const [pattern, words] of REMARKS) {
    if (pattern.test(detail)) {
      return detail.replace(pattern, words);
    }
  }
  return "见验证程序的原文";
}

const MOST_BYTES = 512 * 1024 * 1024;
const panel = document.getElementById("verdict");

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) {
    made.className = className;
  }
  return made;
}

function show(...parts) {
  panel.replaceChildren(...parts);
  panel.hidden = false;
}

function facts(rows) {
  const list = document.createElement("dl");
  for (const [name, value] of rows) {
    list.append(element("dt", name), element("dd", value));
  }
  return list;
}

/** Where chance came from, and what the reader has to compare alone. */
function source(kind, entropy) {
  switch (kind) {
    case "ceremony":
      return say(
        `${entropy.contributions.length} 名见证人的贡献与操作员的秘密值`,
        `what ${entropy.contributions.length} witnesses contributed, and the secret of the operator`,
      );
    case "lottery":
      return say(
        `${entropy.source} 第 ${entropy.issue} 期，号码 ${JSON.stringify(entropy.numbers)}，请与官方公告核对`,
        `${entropy.source}, issue ${entropy.issue}, numbers ${JSON.stringify(entropy.numbers)}; compare with the official notice`,
      );
    default:
      return say(
        `drand 第 ${entropy.round} 轮，BLS 签名未核对，请与 drand 公开节点的同一轮比对`,
        `drand, round ${entropy.round}; its BLS signature is not checked, compare with a public node`,
      );
  }
}

/** What the bundle says of itself; only shown of one that holds. */
function summary(bytes) {
  const bundle = JSON.parse(new TextDecoder().decode(bytes));
  const { commit, result } = bundle;
  const teams = (result.teams ?? []).length;
  return facts(
    [
      [say("抽取编号", "Draw"), commit.drawId],
      [say("范围内对象", "Subjects in scope"), commit.frameSize === undefined ? "" : String(commit.frameSize)],
      [say("抽中", "Drawn"), say(`${result.selected.length} 个`, `${result.selected.length}`)],
      [
        say("检查组", "Teams"),
        teams > 0 ? say(`${teams} 组`, `${teams}`) : say("未能组成", "none could be made"),
      ],
      [say("随机数来源", "Source of chance"), source(commit.entropy.kind, result.entropy)],
      [say("承诺值", "Commitment"), bundle.commitHash],
      [say("结果值", "Hash of the result"), bundle.resultHash],
    ].filter(([, value]) => value !== ""),
  );
}

async function judge(bytes) {
  show(element("p", say("正在重新计算…", "Computing it again…"), "quiet"));
  await new Promise((done) => setTimeout(done, 30));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    show(
      element(
        "p",
        say(
          "这是整个压缩包。请先解压，再选择其中的 .json 文件。",
          "This is the whole package. Unpack it and choose the .json file in it.",
        ),
        "warn",
      ),
    );
    return;
  }
  const started = performance.now();
  const { code, detail } = verify(bytes);
  const seconds = Math.max(0.01, (performance.now() - started) / 1000).toFixed(2);
  if (code === null) {
    show(
      element(
        "p",
        say(
          "验证通过：抽取结果与公开的名单、承诺和随机数完全一致。",
          "It holds: the result follows from the public lists, the commitment and the chance.",
        ),
        "ok",
      ),
      summary(bytes),
      element(
        "p",
        say(
          `用时 ${seconds} 秒；账本证明本页未核对。`,
          `It took ${seconds} seconds; the proof of the ledger is not checked here.`,
        ),
        "quiet",
      ),
    );
  } else {
    show(
      element(
        "p",
        say(
          `验证不通过：${MEANING[code] ?? "内容不符"}。`,
          `It does not hold: ${MEANING[code] ?? "the content does not fit"}.`,
        ),
        "warn",
      ),
      facts([
        ...(english ? [] : [["细节", inChinese(detail)]]),
        [say("代码", "Code"), code],
        [say("验证程序原文", "In the verifier’s words"), detail],
      ]),
    );
  }
}

async function byId(drawId) {
  if (drawId === "") {
    show(element("p", say("请填写抽取编号。", "Please write the number of the draw."), "warn"));
    return;
  }
  show(element("p", say("正在下载验证包…", "Downloading the bundle…"), "quiet"));
  const answer = await fetch(`/draw/api/v1/draws/${encodeURIComponent(drawId)}/bundle`);
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    show(element("p", problem.title ?? say(`无法取得验证包（${answer.status}）`, `The bundle could not be had (${answer.status})`), "warn"));
    return;
  }
  await judge(new Uint8Array(await answer.arrayBuffer()));
}

function told(work) {
  work.catch(() => show(element(
        "p",
        say("无法读取验证包，请检查网络后重试。", "The bundle cannot be read; check your network and try again."),
        "warn",
      )));
}

document.getElementById("by-id").addEventListener("submit", (event) => {
  event.preventDefault();
  told(byId(document.getElementById("draw").value.trim()));
});

// The same file may have been mended meanwhile: chosen again, it is judged again.
document.getElementById("file").addEventListener("click", (event) => {
  event.target.value = "";
});

document.getElementById("file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file && file.size > MOST_BYTES) {
    show(element("p", say("文件过大。", "The file is too large."), "warn"));
  } else if (file) {
    told(file.arrayBuffer().then((bytes) => judge(new Uint8Array(bytes))));
  }
});

const asked = document.getElementById("draw").value;
if (asked) {
  told(byId(asked));
}
