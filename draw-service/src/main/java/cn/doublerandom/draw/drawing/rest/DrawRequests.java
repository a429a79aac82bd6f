package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.EntropyRejection;
import cn.doublerandom.draw.ReadingRejection;
import cn.doublerandom.draw.drawing.PublicLottery;
import cn.doublerandom.draw.drawing.application.EntropyGiven;
import cn.doublerandom.draw.drawing.application.FreezeWishes;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.text.PublicText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What clients send about draws. */
public final class DrawRequests {
  private static final String HEX_64 = "[0-9a-f]{64}";

  private DrawRequests() {}

  /**
   * @param slots tags each team member must hold, for example one officer of the brigade
   * @param alternates how many stand by per stratum
   * @param cap most new visits per inspector
   * @param annualCap 频次上限 of a subject, where no rule pack says one
   * @param minimumIntervalDays between two draws of a subject, where no rule pack says one
   * @param floor the legal least of the whole frame as a fraction, for example 3/100
   * @param registerSeq ledger number of a change in the registry (its {@code memory/seq}) that must
   *     have arrived; what the registry has told by now must have anyway
   */
  public record Freeze(
      @NotNull @Size(min = 2, max = 16) @Schema(examples = "[[\"unit:综合行政执法大队\"],[]]")
          List<List<@Size(min = 1, max = 64) String>> slots,
      @Min(0) @Max(1000) @Schema(examples = "3") int alternates,
      @Min(1) @Max(1000) @Schema(examples = "20") int cap,
      @Nullable @Min(1) @Max(366) @Schema(examples = "2") Integer annualCap,
      @Nullable @Min(1) @Max(3660) @Schema(examples = "90") Integer minimumIntervalDays,
      @Nullable
          @Pattern(regexp = "[0-9]{1,6}/[1-9][0-9]{0,6}", message = "{words.share}")
          @Schema(examples = "3/100")
          String floor,
      @Nullable @Min(1) @Schema(examples = "4711") Long registerSeq) {
    /** What an officer asks for, for the application. */
    public FreezeWishes wishes() {
      return new FreezeWishes(
          slots,
          alternates,
          cap,
          annualCap,
          minimumIntervalDays,
          Optional.ofNullable(floor).map(DrawRequests::share),
          registerSeq);
    }
  }

  /** A fraction of the whole as clients write it, or the refusal. */
  private static Share share(String fraction) {
    try {
      return Share.of(fraction);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ReadingRejection.QUOTA_ABOVE_HUNDRED,
          List.of(new Problem.FieldError("floor", null, "quota-above-hundred", "应为不大于 1 的分数。")),
          Map.of());
    }
  }

  /** The teams of an infeasible draw are drawn again. */
  public record Teams(@Min(1) @Max(1000) @Schema(examples = "20") int cap) {}

  /**
   * Where chance will come from: a public lottery or a round of drand; neither for a ceremony,
   * whose promises the witnesses have made themselves.
   *
   * @param openBy present where the draw stays sealed until then at the latest
   */
  public record Commitment(
      @Nullable @Valid Lottery lottery,
      @Nullable @Valid Drand drand,
      @NotNull @Schema(examples = "2023-03-20T16:00:00Z") Instant executeBy,
      @Nullable @Schema(examples = "2023-11-30T16:00:00Z") Instant openBy) {

    /**
     * The same of what was typed into a form.
     *
     * @param lottery name of the lottery; absent where none is used
     * @param round of drand; absent where it is not used
     */
    public static Commitment of(
        @Nullable String lottery,
        String issue,
        @Nullable Instant drawnAt,
        @Nullable Integer round,
        Instant executeBy,
        @Nullable Instant openBy) {
      return new Commitment(
          lottery == null || drawnAt == null ? null : new Lottery(lottery, issue, drawnAt),
          round == null ? null : new Drand(round),
          executeBy,
          openBy);
    }

    /**
     * At most one public source.
     *
     * @param lotteries the rule packs allow
     */
    public Optional<Entropy.Promise> source(List<PublicLottery> lotteries) {
      if (lottery != null && drand != null) {
        throw new ProblemException(EntropyRejection.ENTROPY_SOURCE_MISSING);
      } else if (lottery != null) {
        return Optional.of(lottery.promise(lotteries));
      }
      return Optional.ofNullable(drand)
          .map(d -> new Entropy.DrandPromise(Entropy.QUICKNET, d.round()));
    }
  }

  /**
   * An issue of a pinned lottery.
   *
   * @param drawnAt scheduled time of the issue
   */
  public record Lottery(
      @NotBlank @Size(max = 20) @Schema(examples = "双色球") String source,
      @NotBlank @Size(max = 20) @Schema(examples = "2024031") String issue,
      @NotNull @Schema(examples = "2024-03-21T13:15:00Z") Instant drawnAt) {
    Entropy.LotteryPromise promise(List<PublicLottery> lotteries) {
      return new Entropy.LotteryPromise(
          source,
          issue,
          drawnAt.truncatedTo(ChronoUnit.SECONDS).toString(),
          lotteries.stream()
              .filter(l -> l.source().equals(source))
              .findFirst()
              .map(PublicLottery::groups)
              .orElse(List.of()));
    }
  }

  public record Drand(@Min(1) @Max(Integer.MAX_VALUE) @Schema(examples = "657413") long round) {}

  /**
   * What completes the entropy; nothing at all lets the service fetch the promised round of drand.
   *
   * @param operatorSecret of a ceremony
   * @param numbers of a lottery, ascending within each group
   * @param drawnOn day on which the bulletin says that these numbers were drawn
   * @param signature of a round of drand
   */
  public record Execution(
      @Nullable
          @Pattern(regexp = HEX_64, message = "{words.hex-64}")
          @Schema(examples = "302004f7b5d0eb18ee8bfe445798497f55fa275f8520f450b93fda57e5e92679")
          String operatorSecret,
      @Nullable @Size(min = 1, max = 8)
          List<@Size(min = 1, max = 50) List<@Min(0) @Max(10_000) Integer>> numbers,
      @Nullable @Schema(examples = "2024-03-21") LocalDate drawnOn,
      @Nullable @Pattern(regexp = "[0-9a-f]{96}", message = "{words.hex-96}") String signature) {
    /** The same for the application. */
    public EntropyGiven given() {
      return new EntropyGiven(operatorSecret, numbers, drawnOn, signature);
    }
  }

  /**
   * The numbers of the committed issue, ascending within each group.
   *
   * @param drawnOn day on which the bulletin says that they were drawn
   */
  public record Observation(
      @NotNull @Size(min = 1, max = 8)
          List<@NotNull @Size(min = 1, max = 50) List<@NotNull @Min(0) @Max(10_000) Integer>>
              numbers,
      @NotNull @Schema(examples = "2024-03-21") LocalDate drawnOn) {}

  public record VoidApproval(
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "见证人未到场") String reason) {}

  /**
   * @param subject a drawn subject
   * @param inspector the member to be replaced; absent where the subject itself is
   * @param evidence what shows that the subject is closed or gone, in words; needed where the
   *     subject is replaced
   */
  public record Replacement(
      @NotBlank @Size(max = 64) @Schema(examples = "91130534MA0583325Y") String subject,
      @Nullable @Size(min = 1, max = 64) @Schema(examples = "JT003") String inspector,
      @PublicText @NotBlank @Size(max = 500) @Schema(examples = "已注销") String reason,
      @PublicText @Nullable @Size(max = 500) @Schema(examples = "登记机关注销通知") String evidence,
      @Nullable @Schema(description = "true: the member stays although recused") Boolean keep) {}

  /**
   * @param reason why it does not happen, in words
   */
  public record ReplacementDecline(
      @NotBlank @Size(max = 64) @Schema(examples = "91130534MA0583325Y") String subject,
      @NotBlank @Size(max = 500) @Schema(examples = "人员已返岗") String reason) {}

  public record ReplacementApproval(
      @NotBlank @Size(max = 64) @Schema(examples = "91130534MA0583325Y") String subject) {}
}
