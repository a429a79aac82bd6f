package cn.doublerandom.registry.exchange;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * One entry as it is given to others.
 *
 * @param mergedInto empty where it stands for itself
 * @param hash {@code SHA-256(J({"mergedInto": …, "subject": …}))}, lower-case hex, to reconcile by
 */
public record Exchanged(SubjectDetails subject, String mergedInto, String hash) {
  private static final ObjectMapper JSON = EventCodec.mapper();

  public static Exchanged of(SubjectDirectory.Entry row) {
    SubjectDetails shown = row.details().shown();
    return new Exchanged(shown, row.mergedInto(), hash(shown, row.mergedInto()));
  }

  private static String hash(SubjectDetails subject, String mergedInto) {
    return Sha256.hex(
        CanonicalJson.bytes(
            Map.of("mergedInto", mergedInto, "subject", JSON.convertValue(subject, Map.class))));
  }

  /** The entry as canonical JSON. */
  public String json() {
    return EventCodec.canonical(JSON, subject);
  }
}
