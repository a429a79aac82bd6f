package cn.doublerandom.servicekit.identity;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.people.Deputyship;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who may act for whom on a day (ADR 56), whoever asks or nobody yet. */
public interface Deputyships {
  /** The entry of those two, where it holds on the day. */
  Uni<Optional<Deputyship>> between(
      BureauKey bureau, String deputy, String principal, LocalDate day);

  /** All of one deputy that hold on the day, by principal; at most some dozens. */
  Uni<List<Deputyship>> of(BureauKey bureau, String deputy, LocalDate day);
}
