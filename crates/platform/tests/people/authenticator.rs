//! A passkey in software: what a phone does when it is asked, without the finger.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rcgen::{KeyPair, PKCS_ECDSA_P256_SHA256, PublicKeyData, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const HAS_KEY: u8 = 0x40;

/// One device with one key.
pub(crate) struct Authenticator {
    key: KeyPair,
    credential_id: Vec<u8>,
    user: String,
    counter: u32,
    /// The site the browser believes to be on.
    pub(crate) origin: String,
    /// Whether the device checks finger, face or PIN.
    pub(crate) verifies: bool,
}

impl Authenticator {
    pub(crate) fn new(origin: &str) -> Self {
        let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
        let credential_id = Sha256::digest(key.der_bytes())[..16].to_vec();
        Self {
            key,
            credential_id,
            user: String::new(),
            counter: 0,
            origin: origin.to_owned(),
            verifies: true,
        }
    }

    /// Answers `navigator.credentials.create`.
    pub(crate) fn create(&mut self, options: &Value) -> String {
        options["user"]["id"].as_str().unwrap().clone_into(&mut self.user);
        let client_data = self.client_data("webauthn.create", options);
        let point = self.key.der_bytes();
        let mut data = self.authenticator_data(options["rp"]["id"].as_str().unwrap(), HAS_KEY);
        data.extend([0; 16]); // make and model: unknown
        data.extend(u16::try_from(self.credential_id.len()).unwrap().to_be_bytes());
        data.extend(&self.credential_id);
        // The public key as a CBOR map: elliptic curve, ES256, P-256, x, y.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..65]);
        // {"fmt": "none", "attStmt": {}, "authData": …}
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        self.answer(&json!({ "attestationObject": text(&object), "clientDataJSON": text(&client_data) }))
    }

    /// Answers `navigator.credentials.get`.
    pub(crate) fn get(&mut self, options: &Value) -> String {
        self.counter += 1;
        let client_data = self.client_data("webauthn.get", options);
        let data = self.authenticator_data(options["rpId"].as_str().unwrap(), 0);
        let signed = [data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature = self.key.sign(&signed).unwrap();
        self.answer(&json!({
            "authenticatorData": text(&data), "clientDataJSON": text(&client_data), "signature": text(&signature), "userHandle": self.user,
        }))
    }

    /// Says it belongs to somebody else.
    pub(crate) fn claims_to_be_of(&mut self, user: uuid::Uuid) {
        self.user = text(user.as_bytes());
    }

    /// A copy of the key whose counter stands where it stood.
    pub(crate) fn turned_back(&mut self) {
        self.counter = 0;
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn authenticator_data(&self, rp_id: &str, more: u8) -> Vec<u8> {
        let flags = PRESENT | if self.verifies { VERIFIED } else { 0 } | more;
        [Sha256::digest(rp_id).as_slice(), &[flags], &self.counter.to_be_bytes()].concat()
    }

    fn answer(&self, response: &Value) -> String {
        let id = text(&self.credential_id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
