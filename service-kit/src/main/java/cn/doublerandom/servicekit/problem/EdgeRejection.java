package cn.doublerandom.servicekit.problem;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals every service can give before any rule is asked. */
public enum EdgeRejection implements Rejection {
  UNAUTHENTICATED("unauthenticated", "请先登录。", "Please sign in.", Kind.FORBIDDEN),
  ROLE_MISSING("role-missing", "您的岗位没有此项权限。", "Your role may not do this.", Kind.FORBIDDEN),
  NOT_FOUND("not-found", "没有这个地址或这条记录。", "There is no such address or record.", Kind.UNKNOWN),
  METHOD_NOT_ALLOWED(
      "method-not-allowed", "此地址不接受这种方法。", "This address does not take this method.", Kind.INVALID),
  NOT_ACCEPTABLE(
      "not-acceptable",
      "此地址不能以所要的格式（Accept）回答。",
      "This address has no answer of a type you accept.",
      Kind.INVALID),
  TYPE_NOT_TAKEN(
      "type-not-taken",
      "此地址不接受这种内容格式（Content-Type）。",
      "This address does not take content of this type.",
      Kind.INVALID),
  CODING_NOT_TAKEN(
      "coding-not-taken",
      "不接受压缩过的内容（Content-Encoding）。",
      "Content that is packed (Content-Encoding) is not taken.",
      Kind.INVALID),
  HEADER_MALFORMED(
      "header-malformed", "有请求头无法读取。", "A header of the request cannot be read.", Kind.INVALID),
  PARAMETER_INVALID(
      "parameter-invalid",
      "地址中的参数不符合要求。",
      "A parameter of the address is not as required.",
      Kind.INVALID),
  PATH_REFUSED("path-refused", "地址含有不允许的字符。", "The path is not allowed.", Kind.INVALID),
  ADDRESS_MALFORMED(
      "address-malformed",
      "地址不合规范：汉字和特殊符号须按 UTF-8 用 %XX 书写。",
      "The address is malformed: what is not plain must be percent-encoded as UTF-8.",
      Kind.INVALID),
  HEADERS_TOO_LONG("headers-too-long", "请求头过长。", "The headers are too long.", Kind.INVALID),
  ADDRESS_TOO_LONG("address-too-long", "地址过长。", "The address is too long.", Kind.INVALID),
  REQUEST_TOO_LARGE(
      "request-too-large",
      "请求内容超过此地址所能接受的大小：一般为 1 MB，文件见接口说明。",
      "The request is larger than this address takes: 1 MB, of files as the interface says.",
      Kind.INVALID),
  LENGTH_REQUIRED(
      "length-required",
      "请求须写明内容长度（Content-Length）。",
      "The request must say its Content-Length.",
      Kind.INVALID),
  BODY_TOO_SLOW(
      "body-too-slow",
      "请求内容传送过慢，已中断，请重试。",
      "The request came too slowly and was broken off; please retry.",
      Kind.INVALID),
  HEAD_TOO_SLOW(
      "head-too-slow",
      "请求头传送过慢，已中断，请重试。",
      "The head of the request came too slowly and was broken off; please retry.",
      Kind.INVALID),
  TOO_MANY_UPLOADS(
      "too-many-uploads",
      "您的账号同时上传的文件过多，本次没有受理，请等前面的传完后再试。",
      "Your account uploads too many files at once; this one was not taken, please retry.",
      Kind.CONFLICT),
  UPLOADS_FULL(
      "uploads-full",
      "同时上传的文件过多，本次没有受理，请稍后重试。",
      "Too many files are being uploaded; this one was not taken, please retry.",
      Kind.CONFLICT),
  MALFORMED_REQUEST("malformed-request", "请求内容无法读取。", "The request cannot be read.", Kind.INVALID),
  FIELD_INVALID("field-invalid", "有字段不符合要求。", "A field is not as required.", Kind.INVALID),
  FILE_REFUSED(
      "file-refused",
      "文件有错误，一行也没有导入。",
      "The file has faults; nothing of it was taken.",
      Kind.INVALID),
  IMPORTS_FULL(
      "imports-full",
      "正在导入和排队的文件过多，本次没有受理，请稍后重试。",
      "Too many files are being read or wait; this one was not taken, please retry.",
      Kind.CONFLICT),
  VERSION_MISMATCH(
      "version-mismatch",
      "数据已被他人修改，请刷新后再试。",
      "The record has changed meanwhile; reload and try again.",
      Kind.CONFLICT),
  FORM_OF_ANOTHER(
      "form-of-another",
      "这张表是以另一个账号、单位或代理身份打开的，什么也没有办理，填写的内容都在。请核对页首的身份，确认后再提交一次。",
      "This form was opened by another account, or for another bureau or principal; nothing was done,"
          + " what you typed is kept. Check who you are at the top of the page, then send it again.",
      Kind.CONFLICT),
  REQUEST_NOT_NAMED(
      "request-not-named",
      "请先读取所批准的申请（地址见 context.read），再把答复中的 ETag 填入 If-Match 提交批准；本次没有批准任何内容。",
      "Read the request first (at context.read), then approve it with the ETag of that answer in"
          + " If-Match; nothing was approved.",
      Kind.CONFLICT),
  RACE_LOST(
      "race-lost",
      "多人正在同时修改同一份数据，本次请求未保存，请稍后重试。",
      "Others are changing the same record; nothing of this request was stored, please retry.",
      Kind.CONFLICT),
  KEY_REUSED(
      "idempotency-key-reused",
      "该 Idempotency-Key 已用于另一个请求。",
      "This Idempotency-Key was used for another request.",
      Kind.CONFLICT),
  KEY_INVALID(
      "idempotency-key-invalid",
      "Idempotency-Key 应为 1 至 100 个可见字符。",
      "An Idempotency-Key has 1 to 100 visible characters.",
      Kind.INVALID),
  ETAG_INVALID(
      "if-match-invalid", "If-Match 应为 \"v数字\"。", "If-Match must be \"v<number>\".", Kind.INVALID),
  CURSOR_INVALID("cursor-invalid", "翻页标记无效。", "The cursor is not valid.", Kind.INVALID),
  MIN_SEQ_INVALID("min-seq-invalid", "minSeq 应为账本序号。", "minSeq must be a number.", Kind.INVALID),
  SEEN_INVALID(
      "seen-invalid",
      "seen 应为“流名@版本”，例如 subject-CY-0001@3。",
      "seen must be <stream>@<version>, as in subject-CY-0001@3.",
      Kind.INVALID),
  NOT_YET_VISIBLE(
      "not-yet-visible",
      "所需内容尚未可见，请稍后重试。",
      "What was asked for is not visible yet; please retry.",
      Kind.CONFLICT),
  REGISTER_LAGS(
      "register-lags",
      "名录库刚登记的内容还没有全部传到，请几秒后重试；一直如此的，请联系运维人员。",
      "What the registry has just recorded has not all arrived yet; please retry in some seconds.",
      Kind.CONFLICT),
  NO_CHECKPOINT("no-checkpoint", "尚无已签名的检查点。", "No checkpoint has been signed yet.", Kind.UNKNOWN),
  NOTHING_PARKED(
      "nothing-parked", "该主题和键下没有搁置的消息。", "Nothing is parked under this key.", Kind.UNKNOWN),
  STILL_FAILING(
      "still-failing",
      "搁置的消息仍无法处理，未作任何改动。",
      "The parked record still cannot be applied; nothing was changed.",
      Kind.CONFLICT),
  STORE_OVERLOADED(
      "store-overloaded",
      "待处理或待发布的内容过多，本次请求未保存，请稍后重试。",
      "Too much is waiting; nothing of this request was stored, please retry.",
      Kind.CONFLICT),
  STORAGE_FULL(
      "storage-full",
      "存储空间已满，本次请求未保存，请联系运维人员。",
      "The storage is full; nothing of this request was stored.",
      Kind.CONFLICT),
  EVIDENCE_AWAY(
      "evidence-away", "证据存放处没有应答，请重试；没有存到一半的。", "The store is away; please retry.", Kind.CONFLICT),
  DATABASE_OLDER(
      "database-older",
      "数据库是较早的副本，缺少已经确认的内容，暂不受理任何操作；请运维人员决定如何继续。",
      "The database is older than what is known of it; no commands are taken until operations decide.",
      Kind.CONFLICT),
  TEMPORARILY_UNAVAILABLE(
      "temporarily-unavailable",
      "系统暂时不可用，请稍后重试，已提交的内容不会丢失。",
      "Temporarily unavailable; please retry, nothing that was accepted is lost.",
      Kind.CONFLICT),
  BUREAU_UNKNOWN("bureau-unknown", "没有这个单位。", "No such bureau.", Kind.UNKNOWN),
  BUREAU_NOT_OWN(
      "bureau-not-own",
      "您登录的是另一单位的账号；其他单位公开的内容请在退出登录后查看。",
      "You are signed in for another bureau; what is public of others is read without signing in.",
      Kind.FORBIDDEN),
  NOT_A_DEPUTY(
      "not-a-deputy",
      "您今天不是此人的代理人：没有这项代理，或尚未开始、已经到期、已提前结束。请切换为本人岗位。",
      "You do not act for this person today: there is no such entry, or it has not begun or is over.",
      Kind.FORBIDDEN),
  OF_INSTALLATION(
      "of-installation",
      "这里办理整个系统的事，须用首个单位（130534）的账号。",
      "This is of the whole installation; an account of the bureau that began it is needed.",
      Kind.FORBIDDEN),
  BUREAU_NOT_CHOSEN(
      "bureau-not-chosen",
      "这里有几个单位，请用 ?bureau= 写明要看哪一个。",
      "Several bureaus are served here; name one by ?bureau=.",
      Kind.INVALID),
  BUREAU_CLOSED(
      "bureau-closed",
      "该单位已停用，只能查阅，不能再办理。",
      "This bureau is closed: what it did can be read, and nothing more is done for it.",
      Kind.CONFLICT),
  PRACTICE_NOT_PUBLISHED(
      "practice-not-published",
      "这是演练单位：到此为止，什么也不会公示、推送或上报。",
      "This is a practice bureau: the exercise ends here, and nothing is published or told.",
      Kind.CONFLICT),
  BUREAU_NOT_HEARD(
      "bureau-not-heard",
      "本服务还没有收到该单位的登记，请稍后重试。",
      "What the register says of this bureau has not come here yet; please retry.",
      Kind.CONFLICT),
  LIMIT_REACHED(
      "limit-reached",
      "记录多于一次能处理的数量（most），什么也没有做，也没有略去任何一条。",
      "There are more records than are handled at once (most); nothing was done or left out.",
      Kind.CONFLICT),
  TOO_MANY_JOBS(
      "too-many-jobs",
      "您同时进行的作业已达上限（most），请等其中一项完成或取消一项。",
      "You have as many jobs under way as an account may have (most); wait, or cancel one.",
      Kind.CONFLICT),
  JOBS_FULL(
      "jobs-full",
      "正在进行的作业过多，本次没有受理，请稍后重试。",
      "Too many jobs are under way; this one was not taken, please retry.",
      Kind.CONFLICT),
  JOB_UNDER_WAY(
      "job-under-way", "同一件事正在办理，请等它完成。", "The same is being done already.", Kind.CONFLICT),
  JOB_UNKNOWN(
      "job-unknown",
      "没有这项作业：不是您提交的，结果已过保存时间，或服务重新启动过；没有办完的什么也没有保存，可以重新提交。",
      "No such job: it is not yours, its result is no longer kept, or the service was restarted;"
          + " what was not done left nothing, and may be asked for again.",
      Kind.UNKNOWN),
  JOB_RUNNING("job-running", "作业尚未完成。", "The job is still running.", Kind.CONFLICT),
  JOB_CANCELLED("job-cancelled", "作业已取消，什么也没有保存。", "Cancelled; nothing was stored.", Kind.CONFLICT),
  INTERNAL(
      "internal-error",
      "系统内部错误，请把编号告诉运维人员。",
      "Internal error; please give the number to operations.",
      Kind.CONFLICT);

  private final Wording wording;

  EdgeRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }

  /** The HTTP status this refusal has at every service. */
  public int status() {
    return switch (this) {
      case UNAUTHENTICATED -> 401;
      case ROLE_MISSING, NOT_A_DEPUTY, BUREAU_NOT_OWN, OF_INSTALLATION -> 403;
      case NOT_FOUND, NO_CHECKPOINT, NOTHING_PARKED, JOB_UNKNOWN, BUREAU_UNKNOWN -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case TYPE_NOT_TAKEN, CODING_NOT_TAKEN -> 415;
      case STILL_FAILING,
          RACE_LOST,
          FORM_OF_ANOTHER,
          BUREAU_CLOSED,
          PRACTICE_NOT_PUBLISHED,
          REGISTER_LAGS,
          LIMIT_REACHED,
          JOB_UNDER_WAY,
          JOB_RUNNING,
          JOB_CANCELLED ->
          409;
      case IMPORTS_FULL, TOO_MANY_UPLOADS, TOO_MANY_JOBS -> 429;
      case VERSION_MISMATCH -> 412;
      case REQUEST_NOT_NAMED -> 428;
      case BODY_TOO_SLOW, HEAD_TOO_SLOW -> 408;
      case LENGTH_REQUIRED -> 411;
      case REQUEST_TOO_LARGE -> 413;
      case ADDRESS_TOO_LONG -> 414;
      case HEADERS_TOO_LONG -> 431;
      case FILE_REFUSED, KEY_REUSED -> 422;
      case TEMPORARILY_UNAVAILABLE,
          NOT_YET_VISIBLE,
          BUREAU_NOT_HEARD,
          STORE_OVERLOADED,
          UPLOADS_FULL,
          JOBS_FULL,
          STORAGE_FULL,
          EVIDENCE_AWAY,
          DATABASE_OLDER ->
          503;
      case INTERNAL -> 500;
      case PATH_REFUSED,
          ADDRESS_MALFORMED,
          HEADER_MALFORMED,
          MALFORMED_REQUEST,
          FIELD_INVALID,
          PARAMETER_INVALID,
          BUREAU_NOT_CHOSEN,
          KEY_INVALID,
          ETAG_INVALID,
          CURSOR_INVALID,
          MIN_SEQ_INVALID,
          SEEN_INVALID ->
          400;
    };
  }
}
