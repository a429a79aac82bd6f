package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.registry.exchange.Exchanged;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** An entry as others get it, with the hash both sides compare by. */
public final class Telling {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private Telling() {}

  /** An entry without what nobody can read. */
  public static Exchanged of(SubjectDirectory.Entry entry) {
    return Exchanged.of(entry, Sha256::hex, subject -> JSON.convertValue(subject, Map.class));
  }

  /** The subject of it, canonical JSON. */
  public static String body(SubjectDetails subject) {
    return EventCodec.canonical(JSON, subject);
  }
}
