package cn.doublerandom.draw.register;

import java.time.LocalDate;
import java.util.List;

/** An entry of 一单两库 as the registry last told it. */
public sealed interface KnownEntry {
  /**
   * A subject.
   *
   * @param status ACTIVE, SUSPENDED, CANCELLED or MOVED_OUT
   */
  record KnownSubject(String id, String name, String kind, List<String> labels, String status)
      implements KnownEntry {
    public KnownSubject {
      labels = List.copyOf(labels);
    }
  }

  /** An inspector. */
  record KnownInspector(
      String id,
      List<String> tags,
      LocalDate certificateValidUntil,
      String status,
      List<KnownRecusal> recusals)
      implements KnownEntry {
    public KnownInspector {
      tags = List.copyOf(tags);
      recusals = List.copyOf(recusals);
    }

    /** 失效不纳入抽取: who left or whose certificate has ended is never drawn (R17). */
    public boolean mayBeDrawn(LocalDate today) {
      return status.equals("ACTIVE") && !certificateValidUntil.isBefore(today);
    }
  }

  record KnownRecusal(String subject, String reason) {}

  /** A claimed item; {@code claimed} is false after its release. */
  record KnownItem(String code, String name, String field, boolean claimed) implements KnownEntry {}
}
