package cn.doublerandom.local.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words that another program would take for its own language, in the text fields of commands; then
 * everything there is to read, asked for as a page.
 */
final class Injection implements Wave {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "attack0";

  private static final List<String> WORDS =
      List.of(
          "<script>" + MARK + "()</script>",
          "\"><img src=x onerror=" + MARK + "()>",
          "'><svg/onload=" + MARK + "()>",
          "</title></textarea><script>" + MARK + "()</script>",
          "javascript:" + MARK + "()",
          "{7*7}{" + MARK + "}{cdi:config}",
          "{{7*7}}${7*7}#{7*7}",
          "${jndi:ldap://127.0.0.1:9/" + MARK + "}",
          "'; DROP TABLE event; --",
          "' OR '1'='1",
          "\\'; SELECT pg_sleep(5); --",
          "=cmd|'/c calc'!A0",
          "@SUM(1+1)*cmd",
          "../../../../etc/passwd",
          "$(sleep 5)`sleep 5`",
          "*)(uid=*))(|(uid=*",
          "a%0d%0aSet-Cookie: b=c",
          "<!ENTITY x SYSTEM 'file:///etc/passwd'>");

  /** What a browser would run, were it not escaped. */
  private static final Pattern RUNS =
      Pattern.compile(
          "(?i)<script>" + MARK + "|<img src=x onerror=" + MARK + "|<svg/onload=" + MARK);

  @Override
  public String name() {
    return "injection";
  }

  /** Commands that take the word in and keep it: address, role, and the body around the word. */
  private static Map<String, Object> kept(String word, int number) {
    Map<String, Object> clause = Map.of("number", word, "duty", word, "fields", List.of(word));
    return Map.of(
        "PUT /registry/api/v1/offices/" + Addresses.encoded("示例单位" + number) + "/mandate",
        Map.of("level", "COUNTY", "document", word, "clauses", List.of(clause)),
        "POST /registry/api/v1/inspectors/JC009/leaves",
        Map.of("from", "2024-01-01", "until", "2024-01-0" + (1 + number % 9), "reason", word),
        "POST /registry/api/v1/items/JT-DY-01/release",
        Map.of("reason", word),
        "POST /registry/api/v1/items/JT-DY-01/claim",
        Map.of("unit", word));
  }

  @Override
  public void run(Target target, Tally tally) throws IOException, InterruptedException {
    try (var http = new Http(target.gateway())) {
      List<Operation> operations = Operation.of(target.documents());
      for (int n = 0; n < WORDS.size(); n++) {
        keep(http, target, tally, WORDS.get(n), n);
        table(http, target, tally, WORDS.get(n));
        for (Operation operation : operations) {
          if (operation.types().contains("application/json")) {
            write(http, target, tally, operation, WORDS.get(n));
          }
        }
      }
      for (Operation operation : operations) {
        if (operation.reads()) {
          read(http, target, tally, operation);
        }
      }
    }
  }

  private static void keep(Http http, Target target, Tally tally, String word, int number)
      throws JsonProcessingException, InterruptedException {
    String token = target.tokens().of("registrar", "registrar", "法制安全科");
    for (Map.Entry<String, Object> command : kept(word, number).entrySet()) {
      String[] line = command.getKey().split(" ", 2);
      String body = JSON.writeValueAsString(command.getValue());
      Answer answer = http.patiently(Http.Request.json(line[0], line[1], token, body));
      tally.judge(command.getKey() + " with " + word, Expected.ANSWERED, answer);
    }
  }

  /** Every text field of the command is the word. */
  private static void write(Http http, Target target, Tally tally, Operation operation, String word)
      throws JsonProcessingException, InterruptedException {
    String body = JSON.writeValueAsString(Bodies.of(operation, word));
    String path = Addresses.own(operation, target.office());
    String token = token(target, operation);
    tally.judge(
        operation + " with " + word,
        Expected.ANSWERED,
        http.patiently(Http.Request.json(operation.method(), path, token, body)));
  }

  /** Of somebody who may; nobody's where everybody may. */
  private static String token(Target target, Operation operation) {
    if (operation.isPublic()) {
      return "";
    }
    String role = operation.roles().iterator().next();
    String account = role.equals("inspector") ? target.office().lead() : role;
    return target.tokens().of(account, role, target.office().unit());
  }

  /** A register, row by row, whose every text is the word. */
  private static void table(Http http, Target target, Tally tally, String word)
      throws InterruptedException {
    String cell = "\"" + word.replace("\"", "\"\"") + "\"";
    String row =
        "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,行政区划,建设单位或所有人,施工单位\n"
            + "91130534MA1014419A,"
            + cell
            + ",企业,"
            + cell
            + ",B,存续,"
            + cell
            + ",2008-03-05,"
            + cell
            + ",130534,"
            + cell
            + ","
            + cell
            + "\n";
    tally.judge(
        "a register of " + word,
        Expected.ANSWERED,
        http.patiently(
            new Http.Request(
                "POST",
                "/registry/api/v1/subjects/imports?skipBad=true",
                target.tokens().of("registrar", "registrar", "法制安全科"),
                Map.of("Content-Type", "text/csv; charset=UTF-8"),
                HttpRequest.BodyPublishers.ofString(row))));
    // Another person has to read it and agree before anybody reads it under that name.
    String status = "/registry/api/v1/subjects/91130534MA1014419A/status";
    String approver = target.tokens().of("approver", "approver", "局领导");
    Answer asked =
        http.patiently(
            new Http.Request(
                "GET", status, approver, Map.of(), HttpRequest.BodyPublishers.noBody()));
    tally.judge("another person reads " + word, Expected.ANSWERED, asked);
    tally.judge(
        "another person agrees to " + word,
        Expected.ANSWERED,
        http.patiently(
            new Http.Request(
                "POST",
                status + "/approval",
                approver,
                Map.of("If-Match", asked.header("etag")),
                HttpRequest.BodyPublishers.noBody())));
  }

  private static void read(Http http, Target target, Tally tally, Operation operation)
      throws InterruptedException {
    String path = Addresses.own(operation, target.office());
    String token = token(target, operation);
    for (String accepted : List.of("text/html", "text/html,*/*;q=0.1", "application/json")) {
      Answer answer =
          http.patiently(
              new Http.Request(
                  "GET",
                  path,
                  token,
                  Map.of("Accept", accepted),
                  HttpRequest.BodyPublishers.noBody()));
      String what = operation + " as " + accepted;
      if (tally.judge(what, Expected.ANSWERED, answer) && !answer.body().isEmpty()) {
        tally.holds(
            what + " is what it says",
            fits(answer),
            answer.header("content-type") + " of " + answer.told());
      }
    }
  }

  /** A page runs nothing of ours, and what is no page does not call itself one. */
  private static boolean fits(Answer answer) {
    String type = answer.header("content-type");
    String body = answer.body().stripLeading();
    boolean isJson = body.startsWith("{") || body.startsWith("[");
    return type.startsWith("text/html")
        ? !isJson && !RUNS.matcher(body).find()
        : !type.isEmpty() && (!isJson || type.contains("json"));
  }
}
