package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.draw.reading.Frequency;
import cn.doublerandom.draw.reading.PeriodReader;
import cn.doublerandom.draw.reading.PeriodReading;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.draw.reading.QuotaReading;
import cn.doublerandom.draw.reading.Reading;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What the suite makes of a cell of a plan table. Open to everybody: a stranger who doubts a plan's
 * reading can ask for it again.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "readings", description = "计划表单元格的读取")
public class ReadingResource {
  public record QuotaText(
      @NotNull @Size(max = QuotaReader.MAX_CHARACTERS) @Schema(examples = "3%;2次/年") String text) {}

  /**
   * @param year of the plan, for cells that name none
   */
  public record PeriodText(
      @NotNull @Size(max = PeriodReader.MAX_CHARACTERS) @Schema(examples = "2023 年 3 月至 11 月")
          String text,
      @Min(2000) @Max(2100) @Schema(examples = "2023") @Nullable Integer year) {}

  /**
   * A quota as read; members that do not belong to its kind are absent.
   *
   * @param percent exact fraction, {@code 3/100}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record QuotaForm(
      String kind,
      @Nullable String percent,
      @Nullable String percentTo,
      @Nullable Integer count,
      @Nullable Integer countTo,
      @Nullable List<Map<String, String>> tiers,
      @Nullable Integer inspectors,
      @Nullable Integer subjects,
      FrequencyForm frequency,
      List<String> notes,
      String verbatim) {

    static QuotaForm of(QuotaReading reading) {
      Map<String, Object> members = reading.quota().json();
      return new QuotaForm(
          reading.quota().kind(),
          (String) members.get("percent"),
          (String) members.get("percentTo"),
          (Integer) members.get("count"),
          (Integer) members.get("countTo"),
          reading.quota() instanceof Quota.Tiered(var tiers)
              ? tiers.stream()
                  .map(t -> Map.of("stratum", t.stratum(), "percent", t.share().toString()))
                  .toList()
              : null,
          (Integer) members.get("inspectors"),
          (Integer) members.get("subjects"),
          FrequencyForm.of(reading.frequency()),
          reading.notes(),
          reading.verbatim());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FrequencyForm(String kind, @Nullable Integer times) {
    static FrequencyForm of(Frequency frequency) {
      return switch (frequency) {
        case Frequency.PerYear(int times) -> new FrequencyForm("PER_YEAR", times);
        case Frequency.PerMonth(int times) -> new FrequencyForm("PER_MONTH", times);
        case Frequency.PerWeek(int times) -> new FrequencyForm("PER_WEEK", times);
        case Frequency.PerDay(int times) -> new FrequencyForm("PER_DAY", times);
        case Frequency.Exact(int times) -> new FrequencyForm("EXACT", times);
        case Frequency.Min(int times) -> new FrequencyForm("MIN", times);
        case Frequency.Unspecified u -> new FrequencyForm("UNSPECIFIED", null);
      };
    }
  }

  @POST
  @Path("/quota-readings")
  @PermitAll
  @Operation(summary = "Read a cell of 抽查比例（数量）及频次; an impossible number is refused by its code")
  public QuotaForm quota(@NotNull @Valid QuotaText cell) {
    return QuotaForm.of(value(QuotaReader.read(cell.text())));
  }

  @POST
  @Path("/period-readings")
  @PermitAll
  @Operation(summary = "Read a cell of 抽取日期; doubts are in the notes")
  public PeriodReading period(@NotNull @Valid PeriodText cell) {
    Integer year = cell.year();
    return value(
        PeriodReader.read(cell.text(), year == null ? OptionalInt.empty() : OptionalInt.of(year)));
  }

  private static <T> T value(Reading<T> reading) {
    return switch (reading) {
      case Reading.Read<T>(var value) -> value;
      case Reading.Refused<T>(var reason) ->
          throw new ProblemException(
              reason,
              List.of(
                  new Problem.FieldError(
                      "text", null, reason.wording().code(), reason.wording().text())),
              Map.of());
    };
  }
}
