package cn.doublerandom.registry.exchange;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.registry.subject.Period;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it is given to others.
 *
 * @param mergedInto empty where it stands for itself
 * @param later what holds from a later day; absent where nothing is known of one
 * @param hash {@code SHA-256(J({"later": …, "mergedInto": …, "subject": …}))}, lower-case hex, to
 *     reconcile by; without {@code later} where it is absent
 */
public record Exchanged(
    SubjectDetails subject, String mergedInto, @Nullable List<Later> later, String hash) {

  /**
   * What holds from a later day, until the next one.
   *
   * @param from first day
   * @param merged whether it stands for another entry from then on
   */
  public record Later(LocalDate from, String status, String creditRiskClass, boolean merged) {
    static Later of(Period p) {
      return new Later(p.from(), p.status().name(), p.riskClass().name(), p.merged());
    }

    Map<String, Object> members() {
      return Map.of(
          "from", from.toString(),
          "status", status,
          "creditRiskClass", creditRiskClass,
          "merged", merged);
    }
  }

  /**
   * An entry without what nobody can read.
   *
   * @param hash of canonical bytes, lower-case hex
   * @param members of the subject as JSON has them
   */
  public static Exchanged of(
      SubjectDirectory.Entry row,
      Function<byte[], String> hash,
      Function<SubjectDetails, Map<?, ?>> members) {
    SubjectDetails shown = row.details().shown();
    List<Later> later = row.later().stream().map(Later::of).toList();
    Map<String, Object> told = new HashMap<>();
    told.put("mergedInto", row.mergedInto());
    told.put("subject", members.apply(shown));
    if (!later.isEmpty()) {
      told.put("later", later.stream().map(Later::members).toList());
    }
    return new Exchanged(
        shown,
        row.mergedInto(),
        later.isEmpty() ? null : later,
        hash.apply(CanonicalJson.bytes(told)));
  }
}
