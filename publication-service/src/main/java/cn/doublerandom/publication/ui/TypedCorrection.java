package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.rest.ObjectionAnswerResource.ObjectionCorrection;
import cn.doublerandom.publication.rest.ResultChangeResource.CorrectionRequest;
import cn.doublerandom.servicekit.text.PublicText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is right of one item, as it is typed: that no result was chosen is said together with
 * whatever else is missing. Programs are told so by the rule (ADR 54).
 */
record TypedCorrection(
    @NotBlank @Size(max = 64) String itemCode,
    @NotEmpty @Size(max = 18) List<@NotNull @Size(max = 2) String> codes,
    @PublicText @NotBlank @Size(max = 500) String reason) {
  CorrectionRequest request() {
    return new CorrectionRequest(itemCode, codes, reason);
  }

  /** The same as the answer to an objection. */
  ObjectionCorrection answer() {
    return new ObjectionCorrection(itemCode, codes, reason);
  }
}
