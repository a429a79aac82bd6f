package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One proposal of one result. */
@Entity
@Table(name = "proposal_view")
class ProposalRow extends Document {}
