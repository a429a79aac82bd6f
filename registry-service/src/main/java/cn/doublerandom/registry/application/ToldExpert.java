package cn.doublerandom.registry.application;

import cn.doublerandom.registry.expert.ExpertDetails;

/** What a row says of an expert or an entrusted body, before a person's name is sealed. */
public record ToldExpert(ExpertDetails details, String name) {}
