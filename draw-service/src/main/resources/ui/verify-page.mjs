// The page around verify.mjs: fetches or opens a bundle and shows the verdict in words.
import { verify } from "./verify.mjs";

/** What each code of the protocol's section 9 means to a reader. */
const MEANING = {
  MALFORMED: "文件不是完整的验证包，或含有协议不允许的内容",
  PROTOCOL_UNKNOWN: "协议版本未知",
  COMMIT_HASH: "承诺值与承诺的内容不符",
  PARENT_RESULT: "检查组的重抽没有承接原来的结果",
  FRAME_ORDER: "名单没有按规定的次序排列，或有重复",
  FRAME_ROOT: "检查对象名单与承诺时不同",
  INSPECTOR_ROOT: "执法人员名单与承诺时不同",
  RECUSAL_ROOT: "回避名单与承诺时不同",
  ENTROPY_INVALID: "随机数的来源不符合承诺",
  VRF_PROOF: "密封抽取的随机数证明不成立",
  SEED: "随机种子不是由承诺的来源算出的",
  ALLOCATION: "各层的抽取数量不对",
  SELECTION: "抽中的对象与重新计算的不同",
  ALTERNATES: "候补的对象或次序与重新计算的不同",
  TEAM_MISSING: "检查组不全，或所称缺员不属实",
  TEAM_SIZE: "检查组人数不对",
  TEAM_UNQUALIFIED: "检查组成员不具备所需资格",
  TEAM_RECUSED: "应当回避的人员进入了检查组",
  TEAM_OVER_CAP: "有人承担的检查超过上限",
  TEAM_NOT_OPTIMAL: "检查组不是按规则抽签得出的",
  RESULT_HASH: "结果值与结果的内容不符",
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
      return `${entropy.contributions.length} 名见证人的贡献与操作员的秘密值`;
    case "lottery":
      return `${entropy.source} 第 ${entropy.issue} 期，号码 ${JSON.stringify(entropy.numbers)}，请与官方公告核对`;
    default:
      return `drand 第 ${entropy.round} 轮，BLS 签名未核对，请与 drand 公开节点的同一轮比对`;
  }
}

/** What the bundle says of itself; only shown of one that holds. */
function summary(bytes) {
  const bundle = JSON.parse(new TextDecoder().decode(bytes));
  const { commit, result } = bundle;
  const teams = (result.teams ?? []).length;
  return facts(
    [
      ["抽取编号", commit.drawId],
      ["范围内对象", commit.frameSize === undefined ? "" : String(commit.frameSize)],
      ["抽中", `${result.selected.length} 个`],
      ["检查组", teams > 0 ? `${teams} 组` : "未能组成"],
      ["随机数来源", source(commit.entropy.kind, result.entropy)],
      ["承诺值", bundle.commitHash],
      ["结果值", bundle.resultHash],
    ].filter(([, value]) => value !== ""),
  );
}

async function judge(bytes) {
  show(element("p", "正在重新计算…", "quiet"));
  await new Promise((done) => setTimeout(done, 30));
  const started = performance.now();
  const { code, detail } = verify(bytes);
  const seconds = Math.max(0.01, (performance.now() - started) / 1000).toFixed(2);
  if (code === null) {
    show(
      element("p", "验证通过：抽取结果与公开的名单、承诺和随机数完全一致。", "ok"),
      summary(bytes),
      element("p", `用时 ${seconds} 秒；账本证明本页未核对。`, "quiet"),
    );
  } else {
    show(
      element("p", `验证不通过：${MEANING[code] ?? "内容不符"}。`, "warn"),
      facts([
        ["细节", inChinese(detail)],
        ["代码", code],
        ["验证程序原文", detail],
      ]),
    );
  }
}

async function byId(drawId) {
  show(element("p", "正在下载验证包…", "quiet"));
  const answer = await fetch(`/draw/api/v1/draws/${encodeURIComponent(drawId)}/bundle`);
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    show(element("p", problem.title ?? `无法取得验证包（${answer.status}）`, "warn"));
    return;
  }
  await judge(new Uint8Array(await answer.arrayBuffer()));
}

function told(work) {
  work.catch(() => show(element("p", "无法读取验证包，请检查网络后重试。", "warn")));
}

document.getElementById("by-id").addEventListener("submit", (event) => {
  event.preventDefault();
  told(byId(document.getElementById("draw").value.trim()));
});

document.getElementById("file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file && file.size > MOST_BYTES) {
    show(element("p", "文件过大。", "warn"));
  } else if (file) {
    told(file.arrayBuffer().then((bytes) => judge(new Uint8Array(bytes))));
  }
});

const asked = document.getElementById("draw").value;
if (asked) {
  told(byId(asked));
}
