package cn.doublerandom.inspection.phone;

import cn.doublerandom.inspection.phone.PhoneStep.Kind;
import cn.doublerandom.inspection.phone.PhoneStep.OfRecord;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.SubjectSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two officers' phones on one visit of eight items, without network since nine. */
final class TwoPhones {
  static final String VISIT = "d-1-S";
  static final String ONE = "JC003";
  static final String OTHER = "JC004";
  static final List<String> TEAM = List.of(ONE, OTHER);
  static final List<String> ITEMS = List.of("I-1", "I-2", "I-3", "I-4", "I-5", "I-6", "I-7", "I-8");
  static final Instant CONTACT = Instant.parse("2025-03-17T01:00:00Z");
  static final Instant SYNC = Instant.parse("2025-03-17T09:00:00Z");

  private TwoPhones() {}

  static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static Instant minute(int minutes) {
    return CONTACT.plusSeconds(minutes * 60L);
  }

  static PhoneStep arrived(String who, int minute) {
    return step(who, Kind.ARRIVED, minute, null, null, null);
  }

  static PhoneStep checked(String who, int minute, String item, String note, String... codes) {
    return step(who, Kind.CHECKED, minute, new Answer(item, List.of(codes), note), null, null);
  }

  static PhoneStep clean(String who, int minute, String item) {
    return checked(who, minute, item, "", "1");
  }

  static PhoneStep ended(String who, int minute, int steps) {
    return step(who, Kind.ENDED, minute, null, steps, null);
  }

  static PhoneStep evidenced(String who, int minute, String item, String sha256) {
    return more(
        who, Kind.EVIDENCED, minute, null, null, new PhoneStep.OfFile(sha256, 1_000, item, null));
  }

  static PhoneStep stated(String who, int minute, String words) {
    return more(who, Kind.STATED, minute, words, null, null);
  }

  static PhoneStep subjectSigned(String who, int minute, String recordHash) {
    return more(
        who,
        Kind.SUBJECT_SIGNED,
        minute,
        null,
        new PhoneStep.OfSubject(
            SubjectSignature.Way.GLASS, recordHash, "5".repeat(64), "安全负责人", null, null),
        null);
  }

  private static PhoneStep more(
      String who,
      Kind kind,
      int minute,
      @Nullable String words,
      PhoneStep.@Nullable OfSubject subject,
      PhoneStep.@Nullable OfFile file) {
    return new PhoneStep(
        id(who + kind + minute + words + subject + file),
        VISIT,
        who,
        kind,
        minute(minute),
        CONTACT,
        null,
        null,
        null,
        words,
        subject,
        file);
  }

  static PhoneStep about(String who, Kind kind, int minute, OfRecord record) {
    return step(who, kind, minute, null, null, record);
  }

  private static PhoneStep step(
      String who,
      Kind kind,
      int minute,
      @Nullable Answer answer,
      @Nullable Integer steps,
      @Nullable OfRecord record) {
    return new PhoneStep(
        id(who + kind + minute + answer),
        VISIT,
        who,
        kind,
        minute(minute),
        CONTACT,
        answer,
        steps,
        record);
  }

  static PhoneCommand.TakeSteps hands(String who, List<PhoneStep> steps) {
    return new PhoneCommand.TakeSteps(VISIT, steps, who, TEAM, Set.copyOf(ITEMS), SYNC);
  }
}
