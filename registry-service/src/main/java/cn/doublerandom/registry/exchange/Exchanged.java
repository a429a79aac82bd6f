package cn.doublerandom.registry.exchange;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import java.util.Map;
import java.util.function.Function;

/**
 * One entry as it is given to others.
 *
 * @param mergedInto empty where it stands for itself
 * @param hash {@code SHA-256(J({"mergedInto": …, "subject": …}))}, lower-case hex, to reconcile by
 */
public record Exchanged(SubjectDetails subject, String mergedInto, String hash) {
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
    byte[] bytes =
        CanonicalJson.bytes(
            Map.of("mergedInto", row.mergedInto(), "subject", members.apply(shown)));
    return new Exchanged(shown, row.mergedInto(), hash.apply(bytes));
  }
}
