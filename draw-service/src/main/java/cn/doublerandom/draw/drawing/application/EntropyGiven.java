package cn.doublerandom.draw.drawing.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer hands in to complete the entropy; nothing at all where the promised round of
 * drand is to be fetched.
 *
 * @param operatorSecret of a ceremony
 * @param numbers of a lottery, ascending within each group
 * @param drawnOn day on which the bulletin says that these numbers were drawn
 * @param signature of a round of drand
 */
public record EntropyGiven(
    @Nullable String operatorSecret,
    @Nullable List<List<Integer>> numbers,
    @Nullable LocalDate drawnOn,
    @Nullable String signature) {}
