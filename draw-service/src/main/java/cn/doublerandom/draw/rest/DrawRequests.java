package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.protocol.Entropy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients send about draws. */
final class DrawRequests {
  private static final String HEX_64 = "[0-9a-f]{64}";

  private DrawRequests() {}

  /**
   * @param slots tags each team member must hold, for example one officer of the brigade
   * @param alternates how many stand by per stratum
   * @param cap most new visits per inspector
   */
  public record Freeze(
      @NotNull @Size(min = 2, max = 16) @Schema(examples = "[[\"unit:综合行政执法大队\"],[]]")
          List<List<@Size(min = 1, max = 64) String>> slots,
      @Min(0) @Max(1000) @Schema(examples = "3") int alternates,
      @Min(1) @Max(1000) @Schema(examples = "20") int cap) {}

  public record Commitment(
      @NotNull
          @Pattern(regexp = HEX_64)
          @Schema(examples = "1527597e5b5a42cc2f822e6355ebc7329eab867cc3e0ca1848d309539e1e5f6a")
          String operatorCommitment,
      @NotNull @Size(min = 2, max = 20) List<@Valid Witness> witnesses,
      @NotNull @Schema(examples = "2023-03-20T16:00:00Z") Instant executeBy) {
    Entropy.CeremonyPromise promise() {
      return new Entropy.CeremonyPromise(
          operatorCommitment,
          witnesses.stream().map(w -> new Entropy.Witness(w.by, w.commitment)).toList());
    }
  }

  public record Witness(
      @NotBlank @Size(max = 100) @Schema(examples = "纪检监察室") String by,
      @NotNull
          @Pattern(regexp = HEX_64)
          @Schema(examples = "86006072981eb8c05b845a5c5fe66c8fc8d45ad6156555055b2326292a898292")
          String commitment) {}

  public record Contribution(
      @NotBlank @Size(max = 100) @Schema(examples = "纪检监察室") String by,
      @NotNull
          @Pattern(regexp = "[0-9a-f]{32}")
          @Schema(examples = "20f9e3c39255e0cad99dc430b6616f28")
          String nonce,
      @NotNull @Size(max = 1024) @Schema(examples = "000007919") String value) {}

  public record Execution(
      @NotNull
          @Pattern(regexp = HEX_64)
          @Schema(examples = "302004f7b5d0eb18ee8bfe445798497f55fa275f8520f450b93fda57e5e92679")
          String operatorSecret) {}

  public record VoidApproval(
      @NotBlank @Size(max = 500) @Schema(examples = "见证人未到场") String reason) {}
}
