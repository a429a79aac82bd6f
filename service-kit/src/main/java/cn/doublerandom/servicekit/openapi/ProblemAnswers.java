package cn.doublerandom.servicekit.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What every document says in one place: refusals, headers, and how a program signs in. */
final class ProblemAnswers {
  static final String SECURITY = "bearer";
  static final String KEY = "IdempotencyKey";
  static final String MATCH = "IfMatch";
  static final String NAMED = "IfMatchNamed";
  static final String ETAG = "ETag";
  static final String AS_OF = "AsOfSeq";
  static final String READ_TAG = "ReadTag";
  static final String NONE_MATCH = "IfNoneMatch";

  private static final String PROBLEM = "Problem";
  private static final String FIELD = "FieldError";
  private static final String MEDIA_TYPE = "application/problem+json";

  /** The names of the refusals, and when they come. */
  private record Refusal(String name, String text) {}

  private static final Map<String, Refusal> REFUSALS =
      new TreeMap<>(
          Map.ofEntries(
              refusal("400", "BadRequest", "参数、请求头或内容不符合要求，errors 逐项说明"),
              refusal("401", "Unauthenticated", "未登录或令牌无效"),
              refusal("403", "Forbidden", "岗位或规则不允许"),
              refusal("404", "NotFound", "没有这个地址或这条记录"),
              refusal("406", "NotAcceptable", "不能以所要的格式（Accept）回答"),
              refusal("408", "TooSlow", "请求内容传送过慢，已中断"),
              refusal("409", "Conflict", "与现状冲突，code 说明原因"),
              refusal("411", "LengthRequired", "须写明内容长度（Content-Length）"),
              refusal("412", "PreconditionFailed", "数据已被他人修改（If-Match 不符）"),
              refusal("413", "ContentTooLarge", "请求内容过大"),
              refusal("414", "AddressTooLong", "地址过长"),
              refusal("415", "TypeNotTaken", "不接受这种内容格式，context.taken 列出可用的"),
              refusal("422", "Unprocessable", "内容可以读懂，但不能接受，code 说明原因"),
              refusal("428", "PreconditionRequired", "批准须用 If-Match 写明所读到的版本，context.read 为读取的地址"),
              refusal("429", "TooManyRequests", "请求过于频繁，或同时传送、导入的文件过多，code 说明原因，请稍后重试"),
              refusal("500", "InternalError", "系统内部错误，context.number 为编号"),
              refusal("503", "Unavailable", "暂时不可用，未保存任何内容，请稍后重试")));

  private ProblemAnswers() {}

  private static Map.Entry<String, Refusal> refusal(String status, String name, String text) {
    return Map.entry(status, new Refusal(name, text));
  }

  /** A key remembers that a request was taken, not how many rows of a table were new then. */
  private static final String REPEATED =
      "同一请求重发时用同一个键：只执行一次，答复相同。"
          + "表格重发时按名录现状再读一遍：不会登记两次，答复说的是现在（changed 为 0，unchanged 为行数）；"
          + "前一次还在处理的，等它处理完，等候过多时为 429";

  static APIResponse reference(String status) {
    Refusal refusal = REFUSALS.get(status);
    if (refusal == null) {
      throw new IllegalStateException("no refusal has status " + status);
    }
    return OASFactory.createAPIResponse().ref("#/components/responses/" + refusal.name());
  }

  /** What takes longer than an answer may; its result is answered at the job's own address. */
  static APIResponse underWay() {
    return OASFactory.createAPIResponse()
        .description("超过两秒，作为作业继续办理：Location 是作业的地址，GET 看进度，DELETE 取消，其下 /result 是本来的答复")
        .addHeader("Location", told("作业的地址", text(null)))
        .addHeader("Retry-After", told("多少秒后再看", whole()))
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref(Schemas.reference("Job")))));
  }

  /** What is answered to who has it already. */
  static APIResponse known() {
    return OASFactory.createAPIResponse().description("与 If-None-Match 所写的相同，没有内容");
  }

  static boolean knows(String status) {
    return REFUSALS.containsKey(status);
  }

  static Parameter parameter(String name) {
    return OASFactory.createParameter().ref("#/components/parameters/" + name);
  }

  static Header header(String name) {
    return OASFactory.createHeader().ref("#/components/headers/" + name);
  }

  /**
   * Adds what is referred to.
   *
   * @param statuses of refusals that some operation declares
   * @param parameters names of headers some operation takes
   * @param headers names of headers some answer has
   */
  static void describe(
      Components components, Set<String> statuses, Set<String> parameters, Set<String> headers) {
    components.addSchema(PROBLEM, problem()).addSchema(FIELD, field());
    statuses.forEach(status -> {
      Refusal refusal = REFUSALS.get(status);
      if (refusal != null) {
        components.addResponse(refusal.name(), answer(status, refusal));
      }
    });
    if (parameters.contains(KEY)) {
      components.addParameter(KEY, header("Idempotency-Key", REPEATED, "^[!-~]{1,100}$"));
    }
    if (parameters.contains(MATCH)) {
      components.addParameter(
          MATCH,
          header("If-Match", "只在版本仍是此 ETag 时执行，否则 412", "^(\\*|\"v(0|[1-9][0-9]{0,17})\")$"));
    }
    if (parameters.contains(NAMED)) {
      components.addParameter(
          NAMED,
          header("If-Match", "所批准的申请读取时的 ETag；不写为 428，申请已变为 412", "^\"v(0|[1-9][0-9]{0,17})\"$")
              .required(true));
    }
    if (headers.contains(ETAG)) {
      components.addHeader(ETAG, told("版本，可用于 If-Match", text("^\"v[0-9]+\"$")));
    }
    if (parameters.contains(NONE_MATCH)) {
      components.addParameter(
          NONE_MATCH, header("If-None-Match", "已有内容的 ETag：没有变化时答 304，不再传送", null));
    }
    if (headers.contains(READ_TAG)) {
      components.addHeader(READ_TAG, told("内容的标记，可用于 If-None-Match；登录者的答复没有", text(null)));
    }
    if (headers.contains(AS_OF)) {
      components.addHeader(AS_OF, told("答复所反映的账本序号", whole()));
    }
  }

  private static Parameter header(String name, String description, @Nullable String pattern) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(false)
        .description(description)
        .schema(text(pattern));
  }

  private static Header told(String description, Schema schema) {
    return OASFactory.createHeader().description(description).schema(schema);
  }

  private static APIResponse answer(String status, Refusal refusal) {
    APIResponse answer =
        OASFactory.createAPIResponse()
            .description(refusal.text())
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref(Schemas.reference(PROBLEM)))));
    if (status.equals("401")) {
      answer.addHeader("WWW-Authenticate", told("登录方式", text(null)));
    } else if (status.equals("429") || status.equals("503")) {
      answer.addHeader("Retry-After", told("多少秒后可以重试", whole()));
    }
    return answer;
  }

  private static Schema problem() {
    return object("拒绝或错误（RFC 9457）")
        .addProperty("type", text("^urn:doublerandom:problem:"))
        .addProperty("title", text(null).description("办事人员读的话"))
        .addProperty("status", whole().description("HTTP 状态码"))
        .addProperty("code", text(null).description("程序用的代码，不会改变"))
        .addProperty("detail", text(null))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.ARRAY))
                .items(OASFactory.createSchema().ref(Schemas.reference(FIELD))))
        .addProperty("context", object("程序用的细节"))
        .required(List.of("type", "title", "status", "code"));
  }

  private static Schema field() {
    return object("一处不符合要求的内容")
        .addProperty("field", text(null).description("成员、参数或列"))
        .addProperty("row", whole().description("表格的行，表头为 1"))
        .addProperty("code", text(null).description("程序用的代码"))
        .addProperty("text", text(null).description("办事人员读的话"))
        .required(List.of("field", "code", "text"));
  }

  private static Schema object(String description) {
    return OASFactory.createSchema()
        .type(List.of(Schema.SchemaType.OBJECT))
        .description(description);
  }

  private static Schema text(@Nullable String pattern) {
    return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).pattern(pattern);
  }

  private static Schema whole() {
    return OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)).format("int64");
  }
}
