package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.reading.Share;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an officer asks for when a frame is frozen; the rest is taken from plan and register.
 *
 * @param slots tags each team member must hold
 * @param alternates how many stand by per stratum
 * @param cap most new visits per inspector
 * @param annualCap 频次上限 of a subject, where no rule pack says one
 * @param minimumIntervalDays between two draws of a subject, where no rule pack says one
 * @param floor the legal least of the whole frame, where there is one
 * @param registerSeq ledger number of a change in the registry that must have arrived
 */
public record FreezeWishes(
    List<List<String>> slots,
    int alternates,
    int cap,
    @Nullable Integer annualCap,
    @Nullable Integer minimumIntervalDays,
    Optional<Share> floor,
    @Nullable Long registerSeq) {}
