package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One entry of the book of a gateway. */
@Entity
@Table(name = "sign_in_view")
class SignInRow extends Document {}
