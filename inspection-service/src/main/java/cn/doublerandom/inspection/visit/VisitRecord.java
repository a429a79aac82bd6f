package cn.doublerandom.inspection.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 现场检查笔录 as it is signed: whom, by whom, who stood beside, what was asked, answered and taken as
 * evidence, and what the subject stated, as one canonical text (RFC 8785). Whoever has the ledger
 * can make it again.
 */
public final class VisitRecord {
  /** Names the form of the text, so that a later one is told apart. */
  public static final String FORM = "double-random/visit-record/1";

  /** As many digits of the hash an officer without a key types, read from the page. */
  public static final int CHECK_DIGITS = 8;

  private VisitRecord() {}

  /** The canonical text. */
  public static String text(Visit.Finished visit) {
    return CanonicalJson.text(of(visit));
  }

  /** SHA-256 of the text in UTF-8, 64 lowercase hex digits. */
  public static String hash(Visit.Finished visit) {
    return hash(text(visit));
  }

  /**
   * The same of a visit that is asked to end.
   *
   * @param on the day on which it ended
   * @param words what the subject stated; absent where it stated nothing
   */
  public static String hash(Visit.InProgress visit, LocalDate on, @Nullable String words) {
    return hash(CanonicalJson.text(of(visit.assignment(), visit.given(), on, words)));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What a key signs: form, visit, hash and officer, a line each. */
  public static byte[] message(String visitId, String recordHash, String officer) {
    return "%s\n%s\n%s\n%s\n".formatted(FORM, visitId, recordHash, officer).getBytes(UTF_8);
  }

  /** What stands in the record before anything is answered: for a phone that makes it itself. */
  public static Map<String, Object> head(Visit visit) {
    return head(visit.task().orElseThrow(), Assisting.beside(visit));
  }

  private static Map<String, Object> head(Assignment task, Beside beside) {
    Map<String, Object> record = new TreeMap<>();
    record.put("form", FORM);
    record.put("visitId", text(task.visitId()));
    record.put("drawId", text(task.drawId()));
    record.put("planId", text(task.planId()));
    record.put("taskId", text(task.taskId()));
    record.put("subjectId", text(task.subjectId()));
    record.put("inspectors", task.inspectors().stream().map(VisitRecord::text).toList());
    List<Object> experts = beside.standing().<Object>map(VisitRecord::expert).toList();
    if (!experts.isEmpty()) {
      record.put("experts", experts);
    }
    return record;
  }

  private static Map<String, Object> expert(Assistance.Given given) {
    Entrusted entrusted = given.entrusted();
    Map<String, Object> one = new TreeMap<>();
    one.put("expert", text(entrusted.expert()));
    put(one, "name", entrusted.name());
    one.put("principal", text(entrusted.principal()));
    one.put("entrustment", text(entrusted.document()));
    one.put("purpose", text(given.asked().purpose()));
    put(one, "opinion", given.opinion() == null ? null : given.opinion().words());
    return one;
  }

  private static Map<String, Object> of(Visit.Finished visit) {
    Statement statement = visit.signing().statement();
    return of(
        visit.assignment(),
        visit.given(),
        visit.finishedOn(),
        statement == null ? null : statement.words());
  }

  private static Map<String, Object> of(
      Assignment assignment, Answers given, LocalDate finishedOn, @Nullable String words) {
    Map<String, Object> record = head(assignment, given.beside());
    record.put("finishedOn", finishedOn.toString());
    record.put("items", items(assignment, given.standing()));
    record.put(
        "evidence",
        given.evidence().stream()
            .filter(KeptEvidence::stands)
            .map(KeptEvidence::evidence)
            .map(VisitRecord::evidence)
            .toList());
    put(record, "statement", words);
    return record;
  }

  private static List<Object> items(Assignment assignment, Map<String, Answer> answers) {
    List<Object> items = new ArrayList<>();
    for (Assignment.Item item : assignment.items()) {
      Map<String, Object> one = new TreeMap<>();
      one.put("code", text(item.code()));
      one.put("name", text(item.name()));
      Answer answer = answers.get(item.code());
      if (answer != null) {
        one.put("codes", answer.codes());
        one.put("note", text(answer.note()));
        one.put("replies", answer.replied().stream().map(VisitRecord::reply).toList());
        Violation violation = answer.violation();
        if (violation != null) {
          one.put("severity", violation.severity().name());
          one.put("clause", text(violation.clause()));
          one.put("measure", violation.measure().name());
        }
      }
      items.add(one);
    }
    return items;
  }

  private static Map<String, Object> reply(Reply reply) {
    Map<String, Object> one = new TreeMap<>();
    one.put("question", text(reply.question()));
    put(one, "value", reply.value());
    put(one, "notApplicable", reply.notApplicable());
    return one;
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    Map<String, Object> one = new TreeMap<>();
    one.put("sha256", evidence.sha256());
    put(one, "item", evidence.item());
    put(one, "question", evidence.question());
    return one;
  }

  private static void put(Map<String, Object> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, text(value));
    }
  }

  /** What was typed on another keyboard is the same text. */
  private static String text(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC);
  }
}
