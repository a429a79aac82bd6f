package cn.doublerandom.gateway;

import java.util.Set;

/** What the gateway says no to, each with its stable code and the words an officer reads. */
enum Refusal {
  PATH_REFUSED(
      400,
      "path-refused",
      "地址含有不允许的字符。",
      "The path of the address has characters that are not allowed."),
  ADDRESS_MALFORMED(
      400,
      "address-malformed",
      "地址里有写法不合规范的字符（例如单独的 %%），可能没有复制完整；汉字和特殊符号须按 UTF-8 用 %%XX 书写。",
      "The address has characters that may not stand in it as they are (such as a lone %%); perhaps it was not copied whole. Others are written as %%XX in UTF-8."),
  HEADER_REFUSED(
      400,
      "header-refused",
      "请求头含有不允许的字符。",
      "A header of the request has characters that are not allowed."),
  MALFORMED_REQUEST(400, "malformed-request", "请求内容无法读取。", "The request cannot be read."),
  TWO_IDENTITIES(
      400,
      "two-identities",
      "请求同时带有登录会话和 Authorization 令牌，无法判断以谁的名义办理，请只用其中一种。",
      "The request has both a session and a token of its own; use one of them."),
  SESSION_OVER(401, "session-over", "登录已失效，请重新登录。", "Your session is over; please sign in again."),
  FORM_OF_ANOTHER(
      403,
      "form-of-another",
      "这份表单是用另一个账号填写的，没有提交。请用原来的账号登录。",
      "This form was filled in under another account and was not sent; please sign in with that one."),
  TLS_NEEDED(
      403,
      "tls-needed",
      "局域网内的提交须经加密连接，内容没有受理。请从 https 地址打开本页后重新操作。",
      "On this network forms are taken over an encrypted connection only; nothing was taken. Open the page from its https address and do it again."),
  ACCOUNT_FORM(
      403,
      "account-form",
      "统一身份认证给出的账号须为字母、数字、点、横线和下划线（至多 64 位），请联系账号管理人员。",
      "The account the sign-in gave is no name this system can take (letters, digits, dot, hyphen, underscore; 64 at most); please ask who keeps the accounts."),
  CROSS_SITE(
      403,
      "cross-site",
      "请求不是从本系统的页面发出的，没有受理。请从本系统的页面重新操作。",
      "The request did not come from a page of this system and was not taken. Please do it again from its page."),
  NOT_FOR_ROLE(
      403,
      "forbidden",
      "您当前的身份不能打开这一页；如有其他身份，请在页首切换后再试。",
      "The role you act in may not open this page; if you have another, switch at the top and try again."),
  NOT_FOUND(404, "not-found", "没有这个地址或这条记录。", "There is no such address or record."),
  SIGN_IN_NOT_CONFIGURED(
      404,
      "sign-in-not-configured",
      "登录须经本单位的统一身份认证，目前尚未配置，请联系运维人员；程序可凭令牌访问接口。",
      "Signing in goes by the sign-in of your office, which is not set up yet; please tell the operators. Programs come with a token."),
  HOUSE_NOT_CONFIGURED(
      404,
      "house-not-configured",
      "本机没有开通局域网访问；需要时用 ./suite up --https 主机 启动。",
      "This machine does not serve its network; ./suite up --https HOST makes it."),
  SECURITY_CONTACT_UNSAID(
      404,
      "security-contact-unsaid",
      "本单位还没有公布报告安全漏洞的联系方式，或者公布的已经过期，请直接与本单位联系。",
      "This office has not said yet to whom a security problem is reported, or what it said is out of date; please get in touch with the office itself."),
  METHOD_REFUSED(405, "method-refused", "不支持这种请求方法。", "This kind of request is not taken."),
  BODY_TOO_SLOW(
      408,
      "body-too-slow",
      "请求内容传送过慢，已中断，请重试。",
      "The request came too slowly and was broken off; please try again."),
  LENGTH_REQUIRED(
      411,
      "length-required",
      "请求须写明内容长度（Content-Length）。",
      "The request has to say its length (Content-Length)."),
  REQUEST_TOO_LARGE(413, "request-too-large", "请求内容超过限额。", "The request is larger than is taken."),
  ADDRESS_TOO_LONG(414, "address-too-long", "地址过长。", "The address is too long."),
  FORM_EXPECTED(
      415,
      "form-expected",
      "登录和退出须以表单（application/x-www-form-urlencoded）提交。",
      "Signing in and out is sent as a form."),
  EXPECTATION_REFUSED(
      417,
      "expectation-refused",
      "不支持请求头 Expect 的内容。",
      "What the header Expect asks for is not done here."),
  ACCOUNT_UNKNOWN(
      422,
      "account-unknown",
      "没有这个演示账号，请从名单中选择。",
      "There is no such demo account; choose one of the list."),
  BUREAU_UNKNOWN(
      422,
      "bureau-unknown",
      "您不在这个单位任职，请从列表中选择。",
      "You hold no office in this bureau; choose one of the list."),
  DEPUTY_UNKNOWN(
      422,
      "not-a-deputy",
      "您今天不是此人的代理人，请从列表中选择。",
      "You do not act for this person today; choose one of the list."),
  ROLE_UNKNOWN(
      422,
      "role-unknown",
      "您没有这个身份，请从列表中选择。",
      "You do not have this role; choose one of the list."),
  HEADERS_TOO_LONG(431, "headers-too-long", "请求头过长。", "The headers of the request are too long."),
  TOO_MANY_REQUESTS(
      429, "too-many-requests", "请求过于频繁，请稍后再试。", "Too many requests; please try again in a while."),
  TOO_MANY_UPLOADS(
      429,
      "too-many-uploads",
      "您的账号或所在网络同时传送的文件过多，本次没有受理，请等前面的传完后再试。",
      "Too many files are being sent by your account or from your network; this one was not taken. Please wait for the others."),
  INTERNAL(
      500, "internal-error", "系统内部错误，请稍后重试。", "Something failed inside; please try again later."),
  UPGRADE_REFUSED(
      501,
      "upgrade-refused",
      "不支持切换协议（如 WebSocket）。",
      "No other protocol (such as WebSocket) is spoken here."),
  PART_BROKE_OFF(
      502,
      "part-broke-off",
      "“%s”部分的应答中断，请稍后重试；提交过的内容请先查询是否已保存。",
      "“%s” broke off its answer. Please try again later; of what you sent, look first whether it was stored."),
  SIGN_IN_NOT_KEPT(
      503,
      "sign-in-not-kept",
      "登录记录暂时无法写入，为保证有据可查，本次没有登录或切换，请稍后再试并告知运维人员。",
      "The book of sign-ins cannot be written, so you were not signed in or switched. Please try again later and tell the operators."),
  DEPUTIES_UNSAID(
      503,
      "deputies-unsaid",
      "暂时查不到您的代理，本次没有切换，请稍后再试。",
      "For whom you act cannot be looked up now, so nothing was switched; please try again later."),
  PROVIDER_AWAY(
      503,
      "provider-away",
      "统一身份认证暂时无法使用，请稍后再登录；公开的内容不受影响。",
      "The sign-in of the office cannot be reached; please sign in later. What is public can be read."),
  PART_BUSY(
      503,
      "part-busy",
      "“%s”部分正忙，本次请求未受理，请稍后重试。",
      "“%s” is busy and did not take the request; please try again later."),
  PART_AWAY(
      503,
      "part-away",
      "“%s”部分暂时无法使用，本次请求未受理，其他部分不受影响，请稍后重试。",
      "“%s” cannot be reached and did not take the request; all else goes on. Please try again later."),
  STREAMS_FULL(
      503,
      "streams-full",
      "“%s”部分的实时消息连接已满，请稍后重试。",
      "“%s” has as many live connections as it takes; please try again later."),
  PART_TOO_SLOW(
      504,
      "part-too-slow",
      "“%s”部分未能及时应答，请先查询是否已保存再重试。",
      "“%s” did not answer in time; look whether it was stored before you try again.");

  private static final Set<Refusal> OF_ITS_SENDER =
      Set.of(
          REQUEST_TOO_LARGE,
          SESSION_OVER,
          TLS_NEEDED,
          NOT_FOR_ROLE,
          TOO_MANY_UPLOADS,
          PART_BROKE_OFF,
          PART_BUSY,
          PART_AWAY,
          PART_TOO_SLOW);

  private final int status;
  private final String code;
  private final String text;
  private final String english;

  Refusal(int status, String code, String text, String english) {
    this.status = status;
    this.code = code;
    this.text = text;
    this.english = english;
  }

  /** What is refused with this status by the server itself, before a route is met. */
  static Refusal of(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_REFUSED;
      case 408 -> BODY_TOO_SLOW;
      case 411 -> LENGTH_REQUIRED;
      case 413 -> REQUEST_TOO_LARGE;
      case 414 -> ADDRESS_TOO_LONG;
      case 417 -> EXPECTATION_REFUSED;
      case 431 -> HEADERS_TOO_LONG;
      default -> status < 500 ? MALFORMED_REQUEST : INTERNAL;
    };
  }

  int status() {
    return status;
  }

  /** Stable, for programs. */
  String code() {
    return code;
  }

  /** What an officer reads; the part is named where it matters. */
  String text(Part part) {
    return text.formatted(part.chinese());
  }

  /** The same for who reads English. */
  String english(Part part) {
    return english.formatted(part.english());
  }

  /**
   * Whether who sent it is to read why, though his browser still sends: a person with a file, and
   * neither a flood nor what cannot be read.
   */
  boolean isOfItsSender() {
    return OF_ITS_SENDER.contains(this);
  }

  /** Whether the same request may succeed in a moment. */
  boolean passes() {
    return status == 503 || this == TOO_MANY_UPLOADS;
  }
}
