package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** 专家库 as far as the registry told of it. */
public interface ExpertDirectory {
  /** One of the pool. */
  CompletionStage<Optional<KnownExpert>> one(String expert);

  /** The first whose entrustment holds on a day, ascending. */
  CompletionStage<List<KnownExpert>> entrusted(LocalDate day, int most);
}
