package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** What describes the open data of the bureau that is asked for. */
@ApplicationScoped
public class OpenHouse {
  private static final int NEWEST = 50;

  private final OpenTables data;
  private final OpenFeed feed;
  private final OpenPapers papers;
  private final Asking asking;
  private final ServedBureaus served;

  @Inject
  OpenHouse(
      OpenTables data, OpenFeed feed, OpenPapers papers, Asking asking, ServedBureaus served) {
    this.data = data;
    this.feed = feed;
    this.papers = papers;
    this.asking = asking;
    this.served = served;
  }

  /** A service that has just started has not heard of its bureau for a moment. */
  private Uni<Bureau> bureau() {
    return asking
        .orSeed()
        .map(key ->
            served
                .entry(key)
                .orElseThrow(() -> new ProblemException(EdgeRejection.TEMPORARILY_UNAVAILABLE)));
  }

  private boolean several() {
    return served.inPublic().size() > 1;
  }

  /** The latest changes as a feed. */
  public Uni<byte[]> feed() {
    return bureau()
        .flatMap(bureau -> feed.newest(NEWEST).map(all -> papers.feed(bureau, several(), all)));
  }

  /** The datasets and their files. */
  public Uni<byte[]> catalogue(LocalDate today) {
    return bureau()
        .flatMap(
            bureau -> data.years(today).map(years -> papers.catalogue(bureau, several(), years)));
  }

  /** The program that recomputes the figures. */
  public byte[] recompute() {
    return papers.recompute();
  }
}
