package planted.draw.rest;

import jakarta.validation.constraints.Pattern;

/** Breaks: a pattern whose caller is shown the expression. */
public record Guessing(@Pattern(regexp = "[0-9]{6}") String code) {}
