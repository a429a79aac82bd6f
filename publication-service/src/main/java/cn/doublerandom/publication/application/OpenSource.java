package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.opendata.OpenChange;
import cn.doublerandom.publication.opendata.RegisterTurn;
import cn.doublerandom.publication.result.ResultNotice;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What open data is read from. */
public interface OpenSource {
  /** Published results that count in a year, by id. */
  CompletionStage<List<ResultNotice>> published(int year, String after, int limit);

  /** Results that count in a year and are not public, by id. */
  CompletionStage<List<ResultNotice>> unpublished(int year);

  /** Published results of the year of those subjects that have one that is not public, too. */
  CompletionStage<List<ResultNotice>> publishedBeside(int year);

  /** Draws of the plans of a year, by id. */
  CompletionStage<List<DrawNotice>> draws(int year, String after, int limit);

  /** Plans of a year. */
  CompletionStage<List<PlanNotice>> plans(int year);

  /** How the register turned up to a year, and what was corrected of that year since. */
  CompletionStage<List<RegisterTurn>> register(int year);

  /** What changed last after a place of the ledger, in the order of the ledger. */
  CompletionStage<List<OpenChange>> changed(long after, int limit);

  /** What changed last, the newest first. */
  CompletionStage<List<OpenChange>> newest(int limit);

  /** Published results by id; others are absent. */
  CompletionStage<List<ResultNotice>> resultsOf(List<String> ids);

  /** Plans by their keys. */
  CompletionStage<List<PlanNotice>> plansOf(List<String> keys);

  /** Programmes by id. */
  CompletionStage<List<ProgrammeNotice>> programmesOf(List<String> ids);
}
