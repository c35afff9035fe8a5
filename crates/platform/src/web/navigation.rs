//! The menus, put together from what rooms offer.

use texts::Lang;

use super::Paths;
use crate::people::Role;

/// Who sees a menu item.
#[derive(Clone, Copy)]
pub enum Audience {
    /// Everybody, in the main menu.
    Public,
    /// Everybody, small at the bottom of every page.
    Footer,
    /// Members of an organisation with a fitting role, in its house menu.
    Members(fn(Role) -> bool),
    /// Those who run the installation.
    Operators,
}

/// One entry of a menu.
#[derive(Clone, Copy)]
pub struct NavItem {
    /// Where it leads; items for members have `{org}` as their only parameter.
    pub paths: Paths,
    /// What it says.
    pub label: fn(Lang) -> &'static str,
    /// Who sees it.
    pub audience: Audience,
    /// Marked as current only on its own page, not on pages below it.
    pub exact: bool,
}

/// All menu items, in order.
#[derive(Clone, Default)]
pub struct Navigation {
    /// The items.
    pub items: Vec<NavItem>,
    /// The page that takes a search as `?q=`, offered where a page is missing.
    pub search: Option<Paths>,
}

impl Navigation {
    /// The main menu.
    pub fn public(&self) -> impl Iterator<Item = &NavItem> {
        self.items.iter().filter(|item| matches!(item.audience, Audience::Public))
    }

    /// The house menu of a member.
    pub fn of(&self, role: Role) -> impl Iterator<Item = &NavItem> {
        self.items
            .iter()
            .filter(move |item| matches!(item.audience, Audience::Members(allows) if allows(role)))
    }

    /// The operator's menu.
    pub fn of_operators(&self) -> impl Iterator<Item = &NavItem> {
        self.items.iter().filter(|item| matches!(item.audience, Audience::Operators))
    }
}
