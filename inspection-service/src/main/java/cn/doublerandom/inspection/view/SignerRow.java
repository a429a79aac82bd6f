package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** How one account signs. */
@Entity
@Table(name = "signer_view")
class SignerRow extends Document {}
