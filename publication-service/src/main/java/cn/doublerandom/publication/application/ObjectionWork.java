package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Objection;
import cn.doublerandom.publication.result.Objections;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.file.FileType;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** 异议: a firm objects by the code of its notice, without an account (ADR 69). */
@ApplicationScoped
public class ObjectionWork {
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final KeptStates<Publication> kept;
  private final KeptStates<IssuedNotices> calendar;
  private final RuleBook rules;
  private final ObjectionCodes codes;
  private final ObjectionFiles files;

  @Inject
  ObjectionWork(
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      KeptStates<Publication> kept,
      KeptStates<IssuedNotices> calendar,
      RuleBook rules,
      ObjectionCodes codes,
      ObjectionFiles files) {
    this.results = results;
    this.kept = kept;
    this.calendar = calendar;
    this.rules = rules;
    this.codes = codes;
    this.files = files;
  }

  /** A code that was made, told once and kept nowhere. */
  public record IssuedCode(String resultId, String code) {}

  /**
   * What the firm sees by its code.
   *
   * @param text the result in words
   * @param mayObject whether it holds, and no objection waits
   * @param objections oldest first
   * @param repair how long it is public, and 信用修复
   */
  public record OwnResult(
      String resultId,
      String subjectName,
      List<String> codes,
      String text,
      LocalDate publishedOn,
      boolean withdrawn,
      boolean mayObject,
      List<OwnObjection> objections,
      OwnRepair repair) {}

  /**
   * One of its objections.
   *
   * @param late whether the answer should be there
   * @param files how many came with it
   * @param outcome absent while it is open
   * @param answeredTo version that was public when it was rejected; absent where it is still public
   */
  public record OwnObjection(
      String receipt,
      String statement,
      LocalDate on,
      LocalDate dueOn,
      boolean late,
      int files,
      Objection.@Nullable Outcome outcome,
      @Nullable String reply,
      @Nullable LocalDate answeredOn,
      @Nullable Integer answeredTo) {
    static OwnObjection of(Publication state, String resultId, Objection one, LocalDate today) {
      Objection.Answer answer = one.answer();
      return new OwnObjection(
          Objection.receipt(resultId, one.number()),
          one.statement(),
          one.on(),
          one.dueOn(),
          answer == null && one.dueOn().isBefore(today),
          one.evidence().size(),
          answer == null ? null : answer.outcome(),
          answer == null ? null : answer.reason(),
          answer == null ? null : answer.on(),
          answer != null && isOutlived(answer, state) ? answer.version() : null);
    }

    private static boolean isOutlived(Objection.Answer answer, Publication state) {
      ResultNotice.Published now =
          switch (state) {
            case Publication.Published p -> ResultNotice.of(p).published();
            case Publication.Withdrawn w -> ResultNotice.of(w).published();
            default -> null;
          };
      return now != null && now.isOutlived(answer.outcome(), answer.version());
    }
  }

  private static String stream(String resultId) {
    return PublicationStreams.RESULT.of(resultId);
  }

  /** A new code for the notice the firm gets. */
  public Uni<IssuedCode> issue(
      String resultId, String by, String unit, LocalDate today, CommandContext context) {
    String code = codes.next();
    String hash = ObjectionCodes.hash(resultId, code);
    return results
        .handle(
            stream(resultId), new ResultCommand.IssueObjectionCode(hash, by, unit, today), context)
        .map(Refusals::require)
        .map(done -> {
          // Asked for twice with one key: the code that counts was told the first time.
          if (was(done.state()).filter(p -> p.objections().opensBy(hash)).isEmpty()) {
            throw unknown();
          }
          return new IssuedCode(resultId, code);
        });
  }

  /** What the firm sees by its code. */
  public Uni<OwnResult> seen(String resultId, String code, LocalDate today) {
    String hash = ObjectionCodes.hash(resultId, code);
    return kept.of(stream(resultId))
        .map(loaded ->
            was(loaded.state())
                .filter(p -> p.objections().opensBy(hash))
                .map(p -> own(p, loaded.state(), today))
                .orElseThrow(ObjectionWork::unknown));
  }

  private static OwnResult own(Publication.Published p, Publication state, LocalDate today) {
    String id = p.content().resultId();
    boolean holds = state instanceof Publication.Published;
    return new OwnResult(
        id,
        p.subjectName(),
        p.content().codes(),
        ResultCode.text(p.content().codes()),
        p.on(),
        state instanceof Publication.Withdrawn,
        holds && p.objections().open().isEmpty(),
        p.objections().raised().stream()
            .map(one -> OwnObjection.of(state, id, one, today))
            .toList(),
        OwnRepair.of(p, state, today));
  }

  /** What is or was public. */
  static Optional<Publication.Published> was(Publication publication) {
    return switch (publication) {
      case Publication.Published published -> Optional.of(published);
      case Publication.Withdrawn(var before, var reason, var on) -> Optional.of(before);
      case Publication.Ended ended -> Optional.of(ended.was());
      case Publication.Unreceived unreceived -> Optional.empty();
      case Publication.NotHeld notHeld -> Optional.empty();
      case Publication.Settled settled -> Optional.empty();
      case Publication.Unrecorded unrecorded -> Optional.empty();
      case Publication.Received received -> Optional.empty();
    };
  }

  /** The firm objects; the days of the answer are counted from today. */
  public Uni<Handled<ResultEvent, Publication>> raise(
      String resultId, String code, String statement, CommandContext context) {
    LocalDate today = BusinessClock.day(context.at());
    return calendar
        .of(CalendarStream.NAME)
        .map(kept -> Due.answer(today, rules, kept.state().calendar()))
        .flatMap(due ->
            results.handle(
                stream(resultId),
                new ResultCommand.RaiseObjection(
                    ObjectionCodes.hash(resultId, code), statement, due, today),
                context));
  }

  /** A file to the open objection; nothing of it stays where the rules refuse it. Blocks. */
  public Uni<Handled<ResultEvent, Publication>> attach(
      String resultId, String code, Path file, CommandContext context) {
    byte[] content = read(file);
    FileType type =
        ObjectionFileType.of(content)
            .orElseThrow(() -> refused(PublicationRejection.OBJECTION_EVIDENCE_UNFIT));
    type.requireWhole(content);
    var evidence = new Objection.Evidence(Sha256.hex(content), type.mediaType(), content.length);
    var add =
        new ResultCommand.AddObjectionEvidence(
            ObjectionCodes.hash(resultId, code), evidence, BusinessClock.day(context.at()));
    return kept.of(stream(resultId))
        .map(loaded -> Refusals.require(results.wouldHandle(add, loaded)))
        .chain(() -> files.keep(resultId, evidence.sha256(), content))
        .chain(() -> results.handle(stream(resultId), add, context));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException refused(PublicationRejection why) {
    return new ProblemException(
        why, List.of(new Problem.FieldError("file", null, "refused", why.text())), Map.of());
  }

  /**
   * What came with an objection, byte for byte.
   *
   * @param made of its media type and its bytes
   */
  public <T> Uni<T> file(
      String resultId, int number, String sha256, BiFunction<String, byte[], T> made) {
    return known(resultId)
        .map(loaded ->
            loaded
                .state()
                .one(number)
                .flatMap(one ->
                    one.evidence().stream().filter(e -> e.sha256().equals(sha256)).findFirst())
                .orElseThrow(ObjectionWork::noFile))
        .flatMap(evidence ->
            files
                .find(resultId, sha256)
                .map(found ->
                    made.apply(evidence.mediaType(), found.orElseThrow(ObjectionWork::noFile))));
  }

  /** The objections to a result, with the version that is decided on. */
  public Uni<CommandHandler.Loaded<Objections>> known(String resultId) {
    return results
        .load(stream(resultId))
        .map(loaded ->
            new CommandHandler.Loaded<>(
                was(loaded.state())
                    .map(Publication.Published::objections)
                    .orElseThrow(
                        () -> new ProblemException(PublicationRejection.RESULT_NOT_PUBLIC)),
                loaded.version()));
  }

  private static ProblemException unknown() {
    return new ProblemException(PublicationRejection.OBJECTION_CODE_UNKNOWN);
  }

  private static ProblemException noFile() {
    return new ProblemException(PublicationRejection.OBJECTION_EVIDENCE_UNKNOWN);
  }
}
