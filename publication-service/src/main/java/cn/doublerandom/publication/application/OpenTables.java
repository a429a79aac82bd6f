package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.BulletinBoard;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.opendata.OpenFile;
import cn.doublerandom.publication.opendata.OpenRow;
import cn.doublerandom.publication.opendata.OpenTable;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.result.VisitNotice;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Rounds;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 开放数据: the tables of a year, part by part, so that any number of rows passes through little
 * memory.
 */
@ApplicationScoped
public class OpenTables {
  private static final int ROWS = 500;

  private final OpenSource source;
  private final NoticeBoard board;
  private final BulletinBoard bulletins;
  private final PublicNotices notices;
  private final Imprints imprints;
  private final OpenForms forms;
  private final Asking asking;
  private final Rounds rounds;

  @Inject
  OpenTables(
      OpenSource source,
      NoticeBoard board,
      BulletinBoard bulletins,
      PublicNotices notices,
      Imprints imprints,
      OpenForms forms,
      Asking asking,
      Rounds rounds) {
    this.source = source;
    this.board = board;
    this.bulletins = bulletins;
    this.notices = notices;
    this.imprints = imprints;
    this.forms = forms;
    this.asking = asking;
    this.rounds = rounds;
  }

  /**
   * Some rows of a table.
   *
   * @param next where the next part begins; absent in the last one
   */
  public record Part(List<OpenRow> rows, @Nullable String next) {
    static Part whole(List<OpenRow> rows) {
      return new Part(rows, null);
    }
  }

  /** The rows of a table of a year after a place; the empty place is the beginning. */
  public Uni<Part> part(OpenTable table, int year, LocalDate today, String after) {
    return switch (table) {
      case RESULTS -> results(year, after);
      case DRAWS -> draws(year, after);
      case PLANS ->
          Uni.createFrom()
              .completionStage(() -> source.plans(year))
              .map(all ->
                  Part.whole(
                      all.stream()
                          .flatMap(p -> OpenRows.plan(p, imprints.of(p)).stream())
                          .toList()));
      case BULLETINS ->
          Uni.createFrom()
              .completionStage(() -> bulletins.bulletinsAbout(year))
              .map(all ->
                  Part.whole(
                      all.stream()
                          .flatMap(b -> OpenRows.bulletin(b, imprints.of(b)).stream())
                          .toList()));
      case OUTSTANDING -> outstanding(year, today).map(Part::whole);
      case REGISTER ->
          Uni.createFrom()
              .completionStage(() -> source.register(year))
              .map(all -> Part.whole(all.stream().map(OpenRows::register).toList()));
    };
  }

  private Uni<Part> results(int year, String after) {
    return Uni.createFrom()
        .completionStage(() -> source.published(year, after, ROWS))
        .flatMap(found ->
            notices
                .resultsOfPlans(found)
                .flatMap(planned ->
                    subjects(found)
                        .map(known ->
                            new Part(
                                planned.stream()
                                    .map(p -> OpenRows.result(p, known, imprints.of(p)))
                                    .toList(),
                                found.size() < ROWS
                                    ? null
                                    : found.getLast().content().resultId()))));
  }

  private Uni<Map<String, KnownSubject>> subjects(List<ResultNotice> results) {
    return Uni.createFrom()
        .completionStage(() ->
            board.subjects(results.stream().map(r -> r.content().subjectId()).distinct().toList()));
  }

  private Uni<Part> draws(int year, String after) {
    return Uni.createFrom()
        .completionStage(() -> source.draws(year, after, ROWS))
        .flatMap(found ->
            notices
                .planned(found)
                .map(planned ->
                    new Part(
                        planned.stream().map(p -> OpenRows.draw(p, imprints.of(p))).toList(),
                        found.size() < ROWS ? null : found.getLast().drawId())));
  }

  private Uni<List<OpenRow>> outstanding(int year, LocalDate today) {
    return Uni.createFrom()
        .completionStage(() -> board.overdue(today))
        .flatMap(late ->
            Uni.createFrom()
                .completionStage(() -> source.unpublished(year))
                .flatMap(own ->
                    results(owed(late, own, year), year, today)
                        .flatMap(rows ->
                            others(year, today)
                                .map(more ->
                                    Stream.concat(rows.stream(), more.stream()).toList()))));
  }

  /** What earlier years left undone, and everything of the year itself. */
  private static List<ResultNotice> owed(
      List<ResultNotice> late, List<ResultNotice> own, int year) {
    return Stream.concat(late.stream().filter(r -> r.year() < year), own.stream()).toList();
  }

  private Uni<List<OpenRow>> results(List<ResultNotice> unpublished, int year, LocalDate today) {
    return Uni.createFrom()
        .completionStage(() -> source.publishedBeside(year))
        .map(all -> all.stream().map(r -> r.content().subjectId()).collect(Collectors.toSet()))
        .flatMap((Set<String> beside) ->
            subjects(unpublished)
                .map(known -> OpenRows.results(unpublished, year, today, beside, known)));
  }

  private Uni<List<OpenRow>> others(int year, LocalDate today) {
    return Uni.createFrom()
        .completionStage(board::notHeld)
        .flatMap(missing ->
            Uni.createFrom()
                .completionStage(() -> board.undrawn(today))
                .map(undrawn ->
                    Stream.concat(
                            missing.stream()
                                .map(VisitNotice::visit)
                                .filter(v -> v.windowTo().getYear() <= year)
                                .map(OpenRows::visit),
                            undrawn.stream()
                                .filter(t -> t.drawTo().getYear() <= year)
                                .map(OpenRows::task))
                        .toList()));
  }

  /** Years of which there can be something, the newest first. */
  public Uni<List<Integer>> years(LocalDate today) {
    return Uni.createFrom()
        .completionStage(board::years)
        .map(known ->
            Stream.concat(known.stream(), Stream.of(today.getYear()))
                .distinct()
                .sorted((one, other) -> Integer.compare(other, one))
                .toList());
  }

  /** How far a file is written. */
  private static final class Written {
    private String after = "";
    private boolean begun;
  }

  /** A chunk of a file. */
  private static final class Chunk {
    private final byte[] bytes;
    private final boolean isLast;

    Chunk(byte[] bytes, boolean isLast) {
      this.bytes = bytes;
      this.isLast = isLast;
    }
  }

  /** A file of a year, of the bureau that is asked for, chunk by chunk as it is taken. */
  public Multi<byte[]> download(OpenFile file, int year, LocalDate today) {
    return asking
        .orSeed()
        .onItem()
        .transformToMulti(bureau ->
            Multi.createBy()
                .repeating()
                .uni(
                    Written::new,
                    written ->
                        rounds
                            .<Part>as(bureau, () -> part(file.table(), year, today, written.after))
                            .map(part -> chunk(file, written, part)))
                .whilst(chunk -> !chunk.isLast))
        .map(chunk -> chunk.bytes);
  }

  private Chunk chunk(OpenFile file, Written written, Part part) {
    var out = new ByteArrayOutputStream();
    if (!written.begun) {
      out.writeBytes(forms.begin(file));
    }
    out.writeBytes(forms.rows(file, part.rows(), !written.begun));
    written.begun = true;
    String next = part.next();
    if (next == null) {
      out.writeBytes(forms.end(file));
    } else {
      written.after = next;
    }
    return new Chunk(out.toByteArray(), next == null);
  }
}
