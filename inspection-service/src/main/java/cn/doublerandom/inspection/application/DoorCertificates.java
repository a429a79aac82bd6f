package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.key.BureauKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What officers show at a door: it is known for a time and kept nowhere (ADR 102). */
public interface DoorCertificates {
  /**
   * What an officer shows.
   *
   * @param certificates 执法证, and 省政府执法证 where he has one
   */
  record Shown(String name, List<Certificate> certificates) {
    /** Nothing is known of him. */
    static final Shown NOTHING = new Shown("", List.of());

    public Shown {
      certificates = List.copyOf(certificates);
    }
  }

  /**
   * A certificate.
   *
   * @param validUntil its last day; absent where the register has none
   */
  record Certificate(String number, @Nullable LocalDate validUntil) {}

  /** What an officer of a bureau shows; empty where it is not known now. */
  Optional<Shown> of(BureauKey bureau, String number);
}
