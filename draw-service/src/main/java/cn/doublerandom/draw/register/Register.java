package cn.doublerandom.draw.register;

import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** 一单两库 as the draw reads it at the moment of freezing. */
public interface Register {
  /**
   * Everything a frame is made of.
   *
   * @param subjects as they stand on the day
   * @param inspectors each says itself what holds on a day
   * @param loads visits already assigned in the year, by inspector
   * @param drawn how often and when last each subject was drawn in the year or before
   * @param seq ledger number of the registry up to which its news is part of this; 0 where it told
   *     nothing yet
   */
  record Snapshot(
      List<KnownSubject> subjects,
      List<KnownInspector> inspectors,
      List<KnownItem> items,
      Map<String, Integer> loads,
      Map<String, Drawn> drawn,
      long seq) {}

  /**
   * Draws of a subject.
   *
   * @param thisYear how often in the year asked for
   * @param last day of the latest draw
   */
  record Drawn(int thisYear, LocalDate last) {}

  /**
   * Everything as of a day, read at one moment, which is one of the registry too: what it recorded
   * in one transaction is part of it as a whole or not at all, and where no such moment comes
   * within some seconds it is refused ({@code register-lags}). The visits of its year count as
   * load. Where there is more than one draw can take, nothing is left out: it is refused ({@code
   * limit-reached}). Goes on with a thread of the worker pool.
   */
  default CompletionStage<Snapshot> snapshot(LocalDate day) {
    return snapshot(day, Progress.UNSEEN);
  }

  /**
   * The same for who only looks: as long as nothing happened since, what was read is what there is,
   * and nothing is read again. Kept while there is room for it.
   */
  CompletionStage<Snapshot> known(LocalDate day);

  /**
   * The same with somebody who looks on.
   *
   * @param progress sees the subjects being read
   */
  CompletionStage<Snapshot> snapshot(LocalDate day, Progress progress);

  /**
   * What is said on a day of those a replacement is about; who is unknown has no status, and an
   * inspector who is unknown may not serve.
   */
  CompletionStage<InRegister> said(
      Collection<String> subjects, Collection<String> inspectors, LocalDate day);

  /** How many entries are known, so that a client can wait for its imports to arrive. */
  record Counts(long subjects, long inspectors, long claimedItems, long recusals) {}

  CompletionStage<Counts> counts();

  /** Every inspector the registry told of, drawable or not. */
  CompletionStage<List<KnownInspector>> inspectors();

  /** Every item the registry told of, claimed or not. */
  CompletionStage<List<KnownItem>> items();
}
