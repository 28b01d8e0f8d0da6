// Made by `npm run db:types` from the migrations; not edited by hand.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      campaign_lists: {
        Row: {
          campaign_id: string;
          list_id: string;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          campaign_id: string;
          list_id: string;
          workspace_id: string;
        };
        Update: {
          campaign_id?: string;
          list_id?: string;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "campaign_lists_workspace_id_campaign_id_fkey";
            columns: ["workspace_id", "campaign_id"];
            isOneToOne: false;
            referencedRelation: "campaigns";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "campaign_lists_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "campaign_lists_workspace_id_list_id_fkey";
            columns: ["workspace_id", "list_id"];
            isOneToOne: false;
            referencedRelation: "contact_lists";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      campaign_sendings: {
        Row: {
          blacklisted: number;
          campaign_id: string;
          declined: number;
          reached: number;
          reached_email: string | null;
          started_at: string;
          started_by: string | null;
          state: string;
          unconfirmed: number;
          undeliverable: number;
          unwanted: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          blacklisted?: number;
          campaign_id: string;
          declined?: number;
          reached?: number;
          reached_email?: string | null;
          started_at?: string;
          started_by?: string | null;
          state?: string;
          unconfirmed?: number;
          undeliverable?: number;
          unwanted?: number;
          workspace_id: string;
        };
        Update: {
          blacklisted?: number;
          campaign_id?: string;
          declined?: number;
          reached?: number;
          reached_email?: string | null;
          started_at?: string;
          started_by?: string | null;
          state?: string;
          unconfirmed?: number;
          undeliverable?: number;
          unwanted?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "campaign_sendings_workspace_id_campaign_id_fkey";
            columns: ["workspace_id", "campaign_id"];
            isOneToOne: false;
            referencedRelation: "campaigns";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "campaign_sendings_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "campaign_sendings_workspace_id_started_by_fkey";
            columns: ["workspace_id", "started_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      campaigns: {
        Row: {
          bodies: Json | null;
          budget: number | null;
          created_at: string;
          created_by: string | null;
          currency: string;
          description: string | null;
          ends_on: string | null;
          id: string;
          name: string;
          owner_id: string | null;
          starts_on: string | null;
          status: Database["public"]["Enums"]["campaign_status"];
          subjects: Json | null;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          bodies?: Json | null;
          budget?: number | null;
          created_at?: string;
          created_by?: string | null;
          currency: string;
          description?: string | null;
          ends_on?: string | null;
          id?: string;
          name: string;
          owner_id?: string | null;
          starts_on?: string | null;
          status?: Database["public"]["Enums"]["campaign_status"];
          subjects?: Json | null;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          bodies?: Json | null;
          budget?: number | null;
          created_at?: string;
          created_by?: string | null;
          currency?: string;
          description?: string | null;
          ends_on?: string | null;
          id?: string;
          name?: string;
          owner_id?: string | null;
          starts_on?: string | null;
          status?: Database["public"]["Enums"]["campaign_status"];
          subjects?: Json | null;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "campaigns_workspace_id_created_by_fkey";
            columns: ["workspace_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "campaigns_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "campaigns_workspace_id_owner_id_fkey";
            columns: ["workspace_id", "owner_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      change_history: {
        Row: {
          actor_id: string | null;
          changed_at: string;
          changes: NonNullable<Json>;
          customer_id: string | null;
          entity: string;
          entity_id: string;
          id: number;
          op: string;
          other_party_id: string | null;
          party_id: string | null;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          actor_id?: string | null;
          changed_at?: string;
          changes?: NonNullable<Json>;
          customer_id?: string | null;
          entity: string;
          entity_id: string;
          id?: never;
          op: string;
          other_party_id?: string | null;
          party_id?: string | null;
          version: number;
          workspace_id: string;
        };
        Update: {
          actor_id?: string | null;
          changed_at?: string;
          changes?: NonNullable<Json>;
          customer_id?: string | null;
          entity?: string;
          entity_id?: string;
          id?: never;
          op?: string;
          other_party_id?: string | null;
          party_id?: string | null;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "change_history_workspace_id_actor_id_fkey";
            columns: ["workspace_id", "actor_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "change_history_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      change_log: {
        Row: {
          changed_at: string;
          entity: string;
          ids: string[] | null;
          mutation_id: string | null;
          seq: number;
          topic: string;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          changed_at?: string;
          entity: string;
          ids?: string[] | null;
          mutation_id?: string | null;
          seq: number;
          topic: string;
          workspace_id: string;
        };
        Update: {
          changed_at?: string;
          entity?: string;
          ids?: string[] | null;
          mutation_id?: string | null;
          seq?: number;
          topic?: string;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "change_log_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      communications: {
        Row: {
          author_id: string | null;
          body: string | null;
          created_at: string;
          direction: string | null;
          id: string;
          is_proven: boolean;
          is_shared: boolean;
          lead_id: string | null;
          occurred_at: string;
          opportunity_id: string | null;
          party_id: string | null;
          subject: string | null;
          topic: string;
          type_code: string;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          author_id?: string | null;
          body?: string | null;
          created_at?: string;
          direction?: string | null;
          id?: string;
          is_proven?: boolean;
          is_shared?: boolean;
          lead_id?: string | null;
          occurred_at?: string;
          opportunity_id?: string | null;
          party_id?: string | null;
          subject?: string | null;
          topic: string;
          type_code: string;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          author_id?: string | null;
          body?: string | null;
          created_at?: string;
          direction?: string | null;
          id?: string;
          is_proven?: boolean;
          is_shared?: boolean;
          lead_id?: string | null;
          occurred_at?: string;
          opportunity_id?: string | null;
          party_id?: string | null;
          subject?: string | null;
          topic?: string;
          type_code?: string;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "communications_lead_fkey";
            columns: ["workspace_id", "lead_id"];
            isOneToOne: false;
            referencedRelation: "leads";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "communications_workspace_id_author_id_fkey";
            columns: ["workspace_id", "author_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "communications_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "communications_workspace_id_opportunity_id_fkey";
            columns: ["workspace_id", "opportunity_id"];
            isOneToOne: false;
            referencedRelation: "opportunities";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "communications_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      consents: {
        Row: {
          actor_id: string | null;
          client_address: string | null;
          email: string;
          given_on: string | null;
          id: number;
          noted_at: string;
          origin: string;
          proof: string | null;
          status: Database["public"]["Enums"]["subscription_status"];
          subscription_id: string;
          wording: string | null;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          actor_id?: string | null;
          client_address?: string | null;
          email: string;
          given_on?: string | null;
          id?: never;
          noted_at?: string;
          origin: string;
          proof?: string | null;
          status: Database["public"]["Enums"]["subscription_status"];
          subscription_id: string;
          wording?: string | null;
          workspace_id: string;
        };
        Update: {
          actor_id?: string | null;
          client_address?: string | null;
          email?: string;
          given_on?: string | null;
          id?: never;
          noted_at?: string;
          origin?: string;
          proof?: string | null;
          status?: Database["public"]["Enums"]["subscription_status"];
          subscription_id?: string;
          wording?: string | null;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "consents_workspace_id_actor_id_fkey";
            columns: ["workspace_id", "actor_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "consents_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "consents_workspace_id_subscription_id_fkey";
            columns: ["workspace_id", "subscription_id"];
            isOneToOne: false;
            referencedRelation: "subscriptions";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      contact_lists: {
        Row: {
          archived_at: string | null;
          created_at: string;
          created_by: string | null;
          descriptions: Json | null;
          id: string;
          is_offered: boolean;
          kind: Database["public"]["Enums"]["contact_list_kind"];
          name: string;
          names: NonNullable<Json>;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          archived_at?: string | null;
          created_at?: string;
          created_by?: string | null;
          descriptions?: Json | null;
          id?: string;
          is_offered?: boolean;
          kind: Database["public"]["Enums"]["contact_list_kind"];
          name?: never;
          names: NonNullable<Json>;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          archived_at?: string | null;
          created_at?: string;
          created_by?: string | null;
          descriptions?: Json | null;
          id?: string;
          is_offered?: boolean;
          kind?: Database["public"]["Enums"]["contact_list_kind"];
          name?: never;
          names?: NonNullable<Json>;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "contact_lists_workspace_id_created_by_fkey";
            columns: ["workspace_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "contact_lists_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      contact_pages: {
        Row: {
          assignment: string;
          change_rules: NonNullable<Json>;
          consent_texts: Json | null;
          created_at: string;
          difficulty: number;
          fields: NonNullable<Json>;
          has_my_page: boolean;
          id: string;
          introductions: Json | null;
          is_open: boolean;
          list_ids: string[] | null;
          logo: string | null;
          member_id: string | null;
          privacy_url: string | null;
          questions: NonNullable<Json>;
          team_id: string | null;
          thanks: Json | null;
          titles: Json | null;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          assignment?: string;
          change_rules?: NonNullable<Json>;
          consent_texts?: Json | null;
          created_at?: string;
          difficulty?: number;
          fields?: NonNullable<Json>;
          has_my_page?: boolean;
          id?: string;
          introductions?: Json | null;
          is_open?: boolean;
          list_ids?: string[] | null;
          logo?: string | null;
          member_id?: string | null;
          privacy_url?: string | null;
          questions?: NonNullable<Json>;
          team_id?: string | null;
          thanks?: Json | null;
          titles?: Json | null;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          assignment?: string;
          change_rules?: NonNullable<Json>;
          consent_texts?: Json | null;
          created_at?: string;
          difficulty?: number;
          fields?: NonNullable<Json>;
          has_my_page?: boolean;
          id?: string;
          introductions?: Json | null;
          is_open?: boolean;
          list_ids?: string[] | null;
          logo?: string | null;
          member_id?: string | null;
          privacy_url?: string | null;
          questions?: NonNullable<Json>;
          team_id?: string | null;
          thanks?: Json | null;
          titles?: Json | null;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "contact_pages_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: true;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "contact_pages_workspace_id_member_id_fkey";
            columns: ["workspace_id", "member_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "contact_pages_workspace_id_team_id_fkey";
            columns: ["workspace_id", "team_id"];
            isOneToOne: false;
            referencedRelation: "teams";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      contact_points: {
        Row: {
          address: Json | null;
          bounced_at: string | null;
          created_at: string;
          created_by: string | null;
          extension: string | null;
          id: string;
          is_primary: boolean;
          kind: Database["public"]["Enums"]["contact_kind"];
          may_contact: boolean | null;
          party_id: string;
          purposes: string[];
          updated_at: string;
          valid: unknown;
          value: string;
          verified_at: string | null;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          address?: Json | null;
          bounced_at?: string | null;
          created_at?: string;
          created_by?: string | null;
          extension?: string | null;
          id?: string;
          is_primary?: boolean;
          kind: Database["public"]["Enums"]["contact_kind"];
          may_contact?: boolean | null;
          party_id: string;
          purposes?: string[];
          updated_at?: string;
          valid?: unknown;
          value: string;
          verified_at?: string | null;
          version?: number;
          workspace_id: string;
        };
        Update: {
          address?: Json | null;
          bounced_at?: string | null;
          created_at?: string;
          created_by?: string | null;
          extension?: string | null;
          id?: string;
          is_primary?: boolean;
          kind?: Database["public"]["Enums"]["contact_kind"];
          may_contact?: boolean | null;
          party_id?: string;
          purposes?: string[];
          updated_at?: string;
          valid?: unknown;
          value?: string;
          verified_at?: string | null;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "contact_points_workspace_id_created_by_fkey";
            columns: ["workspace_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "contact_points_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "contact_points_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      customer_changes: {
        Row: {
          after: NonNullable<Json>;
          before: NonNullable<Json>;
          contact_point_id: string | null;
          created_at: string;
          decided_at: string | null;
          decided_by: string | null;
          field: Database["public"]["Enums"]["customer_field"];
          id: string;
          op: string;
          party_id: string;
          status: Database["public"]["Enums"]["customer_change_status"];
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          after?: NonNullable<Json>;
          before?: NonNullable<Json>;
          contact_point_id?: string | null;
          created_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          field: Database["public"]["Enums"]["customer_field"];
          id: string;
          op: string;
          party_id: string;
          status: Database["public"]["Enums"]["customer_change_status"];
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          after?: NonNullable<Json>;
          before?: NonNullable<Json>;
          contact_point_id?: string | null;
          created_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          field?: Database["public"]["Enums"]["customer_field"];
          id?: string;
          op?: string;
          party_id?: string;
          status?: Database["public"]["Enums"]["customer_change_status"];
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "customer_changes_contact_point_id_fkey";
            columns: ["contact_point_id"];
            isOneToOne: false;
            referencedRelation: "contact_points";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "customer_changes_workspace_id_decided_by_fkey";
            columns: ["workspace_id", "decided_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "customer_changes_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "customer_changes_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      erasure_requests: {
        Row: {
          created_at: string;
          decided_at: string | null;
          decided_by: string | null;
          due_on: string;
          id: string;
          note: string | null;
          party_id: string | null;
          status: string;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          due_on: string;
          id?: string;
          note?: string | null;
          party_id?: string | null;
          status?: string;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          due_on?: string;
          id?: string;
          note?: string | null;
          party_id?: string | null;
          status?: string;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "erasure_requests_workspace_id_decided_by_fkey";
            columns: ["workspace_id", "decided_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "erasure_requests_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "erasure_requests_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      import_rows: {
        Row: {
          data: NonNullable<Json>;
          import_id: string;
          row_number: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          data: NonNullable<Json>;
          import_id: string;
          row_number: number;
          workspace_id: string;
        };
        Update: {
          data?: NonNullable<Json>;
          import_id?: string;
          row_number?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "import_rows_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "import_rows_workspace_id_import_id_fkey";
            columns: ["workspace_id", "import_id"];
            isOneToOne: false;
            referencedRelation: "imports";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      imports: {
        Row: {
          created_at: string;
          file_name: string;
          finished_at: string | null;
          id: string;
          member_id: string;
          row_count: number;
          status: Database["public"]["Enums"]["import_status"];
          team_id: string | null;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          file_name: string;
          finished_at?: string | null;
          id?: string;
          member_id: string;
          row_count?: number;
          status?: Database["public"]["Enums"]["import_status"];
          team_id?: string | null;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          file_name?: string;
          finished_at?: string | null;
          id?: string;
          member_id?: string;
          row_count?: number;
          status?: Database["public"]["Enums"]["import_status"];
          team_id?: string | null;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "imports_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "imports_workspace_id_member_id_fkey";
            columns: ["workspace_id", "member_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "imports_workspace_id_team_id_fkey";
            columns: ["workspace_id", "team_id"];
            isOneToOne: false;
            referencedRelation: "teams";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      invitations: {
        Row: {
          accepted_at: string | null;
          access_role: Database["public"]["Enums"]["access_role"];
          created_at: string;
          email: string;
          expires_at: string;
          id: string;
          invited_by: string;
          team_id: string | null;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          accepted_at?: string | null;
          access_role?: Database["public"]["Enums"]["access_role"];
          created_at?: string;
          email: string;
          expires_at?: string;
          id?: string;
          invited_by: string;
          team_id?: string | null;
          workspace_id: string;
        };
        Update: {
          accepted_at?: string | null;
          access_role?: Database["public"]["Enums"]["access_role"];
          created_at?: string;
          email?: string;
          expires_at?: string;
          id?: string;
          invited_by?: string;
          team_id?: string | null;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "invitations_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "invitations_workspace_id_invited_by_fkey";
            columns: ["workspace_id", "invited_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "invitations_workspace_id_team_id_fkey";
            columns: ["workspace_id", "team_id"];
            isOneToOne: false;
            referencedRelation: "teams";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      leads: {
        Row: {
          campaign_id: string | null;
          converted_at: string | null;
          created_at: string;
          created_by: string | null;
          disqualified_reason: string | null;
          id: string;
          is_private: boolean;
          note: string | null;
          opportunity_id: string | null;
          organization_id: string | null;
          owner_id: string | null;
          party_id: string;
          queue: string;
          source: string | null;
          status: Database["public"]["Enums"]["lead_status"];
          team_id: string | null;
          topic: string;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          campaign_id?: string | null;
          converted_at?: string | null;
          created_at?: string;
          created_by?: string | null;
          disqualified_reason?: string | null;
          id?: string;
          is_private?: boolean;
          note?: string | null;
          opportunity_id?: string | null;
          organization_id?: string | null;
          owner_id?: string | null;
          party_id: string;
          queue?: never;
          source?: string | null;
          status?: Database["public"]["Enums"]["lead_status"];
          team_id?: string | null;
          topic?: never;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          campaign_id?: string | null;
          converted_at?: string | null;
          created_at?: string;
          created_by?: string | null;
          disqualified_reason?: string | null;
          id?: string;
          is_private?: boolean;
          note?: string | null;
          opportunity_id?: string | null;
          organization_id?: string | null;
          owner_id?: string | null;
          party_id?: string;
          queue?: never;
          source?: string | null;
          status?: Database["public"]["Enums"]["lead_status"];
          team_id?: string | null;
          topic?: never;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "leads_campaign_fkey";
            columns: ["workspace_id", "campaign_id"];
            isOneToOne: false;
            referencedRelation: "campaigns";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "leads_workspace_id_created_by_fkey";
            columns: ["workspace_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "leads_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "leads_workspace_id_opportunity_id_fkey";
            columns: ["workspace_id", "opportunity_id"];
            isOneToOne: false;
            referencedRelation: "opportunities";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "leads_workspace_id_organization_id_fkey";
            columns: ["workspace_id", "organization_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "leads_workspace_id_owner_id_fkey";
            columns: ["workspace_id", "owner_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "leads_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "leads_workspace_id_team_id_fkey";
            columns: ["workspace_id", "team_id"];
            isOneToOne: false;
            referencedRelation: "teams";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      mails: {
        Row: {
          attempts: number;
          campaign_id: string | null;
          created_at: string;
          id: string;
          is_repeated: boolean;
          last_error: string | null;
          locale: string;
          party_id: string | null;
          recipient: string;
          sent_at: string | null;
          status: string;
          subject_id: string | null;
          template: string;
          unsubscribed_at: string | null;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          attempts?: number;
          campaign_id?: string | null;
          created_at?: string;
          id?: string;
          is_repeated?: boolean;
          last_error?: string | null;
          locale: string;
          party_id?: string | null;
          recipient: string;
          sent_at?: string | null;
          status?: string;
          subject_id?: string | null;
          template: string;
          unsubscribed_at?: string | null;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          attempts?: number;
          campaign_id?: string | null;
          created_at?: string;
          id?: string;
          is_repeated?: boolean;
          last_error?: string | null;
          locale?: string;
          party_id?: string | null;
          recipient?: string;
          sent_at?: string | null;
          status?: string;
          subject_id?: string | null;
          template?: string;
          unsubscribed_at?: string | null;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "mails_campaign_fkey";
            columns: ["workspace_id", "campaign_id"];
            isOneToOne: false;
            referencedRelation: "campaigns";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "mails_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "mails_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      members: {
        Row: {
          access_role: Database["public"]["Enums"]["access_role"];
          created_at: string;
          deactivated_at: string | null;
          email: string;
          id: string;
          name: string;
          party_id: string | null;
          updated_at: string;
          user_id: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          access_role?: Database["public"]["Enums"]["access_role"];
          created_at?: string;
          deactivated_at?: string | null;
          email: string;
          id?: string;
          name: string;
          party_id?: string | null;
          updated_at?: string;
          user_id: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          access_role?: Database["public"]["Enums"]["access_role"];
          created_at?: string;
          deactivated_at?: string | null;
          email?: string;
          id?: string;
          name?: string;
          party_id?: string | null;
          updated_at?: string;
          user_id?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "members_party_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "members_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      opportunities: {
        Row: {
          amount: number | null;
          blacklist_reason: string | null;
          campaign_id: string | null;
          closed_at: string | null;
          contact_id: string | null;
          created_at: string;
          created_by: string | null;
          currency: string;
          customer_blacklisted: boolean;
          customer_id: string;
          expected_close_on: string | null;
          id: string;
          import_id: string | null;
          is_private: boolean;
          last_activity_at: string | null;
          lost_reason: string | null;
          name: string;
          next_step: string | null;
          next_step_on: string | null;
          owner_id: string | null;
          probability: number | null;
          rank: string;
          search_name: string | null;
          source: string | null;
          stage_entered_at: string;
          stage_id: string;
          team_id: string | null;
          topic: string;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          amount?: number | null;
          blacklist_reason?: string | null;
          campaign_id?: string | null;
          closed_at?: string | null;
          contact_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          currency: string;
          customer_blacklisted?: boolean;
          customer_id: string;
          expected_close_on?: string | null;
          id?: string;
          import_id?: string | null;
          is_private?: boolean;
          last_activity_at?: string | null;
          lost_reason?: string | null;
          name: string;
          next_step?: string | null;
          next_step_on?: string | null;
          owner_id?: string | null;
          probability?: number | null;
          rank: string;
          search_name?: never;
          source?: string | null;
          stage_entered_at?: string;
          stage_id: string;
          team_id?: string | null;
          topic?: never;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          amount?: number | null;
          blacklist_reason?: string | null;
          campaign_id?: string | null;
          closed_at?: string | null;
          contact_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          currency?: string;
          customer_blacklisted?: boolean;
          customer_id?: string;
          expected_close_on?: string | null;
          id?: string;
          import_id?: string | null;
          is_private?: boolean;
          last_activity_at?: string | null;
          lost_reason?: string | null;
          name?: string;
          next_step?: string | null;
          next_step_on?: string | null;
          owner_id?: string | null;
          probability?: number | null;
          rank?: string;
          search_name?: never;
          source?: string | null;
          stage_entered_at?: string;
          stage_id?: string;
          team_id?: string | null;
          topic?: never;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "opportunities_campaign_fkey";
            columns: ["workspace_id", "campaign_id"];
            isOneToOne: false;
            referencedRelation: "campaigns";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "opportunities_import_fkey";
            columns: ["workspace_id", "import_id"];
            isOneToOne: false;
            referencedRelation: "imports";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "opportunities_workspace_id_contact_id_fkey";
            columns: ["workspace_id", "contact_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "opportunities_workspace_id_created_by_fkey";
            columns: ["workspace_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "opportunities_workspace_id_customer_id_fkey";
            columns: ["workspace_id", "customer_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "opportunities_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "opportunities_workspace_id_owner_id_fkey";
            columns: ["workspace_id", "owner_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "opportunities_workspace_id_stage_id_fkey";
            columns: ["workspace_id", "stage_id"];
            isOneToOne: false;
            referencedRelation: "stages";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "opportunities_workspace_id_team_id_fkey";
            columns: ["workspace_id", "team_id"];
            isOneToOne: false;
            referencedRelation: "teams";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      opportunity_stage_history: {
        Row: {
          entered_at: string;
          id: number;
          left_at: string | null;
          moved_by: string | null;
          opportunity_id: string;
          stage_id: string;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          entered_at: string;
          id?: never;
          left_at?: string | null;
          moved_by?: string | null;
          opportunity_id: string;
          stage_id: string;
          workspace_id: string;
        };
        Update: {
          entered_at?: string;
          id?: never;
          left_at?: string | null;
          moved_by?: string | null;
          opportunity_id?: string;
          stage_id?: string;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "opportunity_stage_history_opportunity_id_fkey";
            columns: ["opportunity_id"];
            isOneToOne: false;
            referencedRelation: "opportunities";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "opportunity_stage_history_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "opportunity_stage_history_workspace_id_moved_by_fkey";
            columns: ["workspace_id", "moved_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "opportunity_stage_history_workspace_id_stage_id_fkey";
            columns: ["workspace_id", "stage_id"];
            isOneToOne: false;
            referencedRelation: "stages";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      parties: {
        Row: {
          birthday: string | null;
          created_at: string;
          created_by: string | null;
          currency: string | null;
          employees: number | null;
          family_name: string | null;
          given_name: string | null;
          id: string;
          import_id: string | null;
          industry: string | null;
          is_blacklisted: boolean;
          kind: Database["public"]["Enums"]["party_kind"];
          language: string | null;
          legal_form: string | null;
          local_name: string | null;
          match_name: string | null;
          name: string;
          note: string | null;
          occupation: string | null;
          owner_id: string | null;
          registration: string | null;
          revenue: number | null;
          revenue_currency: string | null;
          salutation: string | null;
          search_name: string | null;
          source: string | null;
          status: string;
          suffix: string | null;
          time_zone: string | null;
          title: string | null;
          updated_at: string;
          vat_id: string | null;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          birthday?: string | null;
          created_at?: string;
          created_by?: string | null;
          currency?: string | null;
          employees?: number | null;
          family_name?: string | null;
          given_name?: string | null;
          id?: string;
          import_id?: string | null;
          industry?: string | null;
          is_blacklisted?: boolean;
          kind: Database["public"]["Enums"]["party_kind"];
          language?: string | null;
          legal_form?: string | null;
          local_name?: string | null;
          match_name?: never;
          name: string;
          note?: string | null;
          occupation?: string | null;
          owner_id?: string | null;
          registration?: string | null;
          revenue?: number | null;
          revenue_currency?: string | null;
          salutation?: string | null;
          search_name?: never;
          source?: string | null;
          status?: string;
          suffix?: string | null;
          time_zone?: string | null;
          title?: string | null;
          updated_at?: string;
          vat_id?: string | null;
          version?: number;
          workspace_id: string;
        };
        Update: {
          birthday?: string | null;
          created_at?: string;
          created_by?: string | null;
          currency?: string | null;
          employees?: number | null;
          family_name?: string | null;
          given_name?: string | null;
          id?: string;
          import_id?: string | null;
          industry?: string | null;
          is_blacklisted?: boolean;
          kind?: Database["public"]["Enums"]["party_kind"];
          language?: string | null;
          legal_form?: string | null;
          local_name?: string | null;
          match_name?: never;
          name?: string;
          note?: string | null;
          occupation?: string | null;
          owner_id?: string | null;
          registration?: string | null;
          revenue?: number | null;
          revenue_currency?: string | null;
          salutation?: string | null;
          search_name?: never;
          source?: string | null;
          status?: string;
          suffix?: string | null;
          time_zone?: string | null;
          title?: string | null;
          updated_at?: string;
          vat_id?: string | null;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "parties_import_fkey";
            columns: ["workspace_id", "import_id"];
            isOneToOne: false;
            referencedRelation: "imports";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "parties_workspace_id_created_by_fkey";
            columns: ["workspace_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "parties_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "parties_workspace_id_owner_id_fkey";
            columns: ["workspace_id", "owner_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      party_classes: {
        Row: {
          code: string;
          kind: string;
          name: string | null;
          workspace_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          code: string;
          kind: string;
          name?: string | null;
          workspace_id?: string | null;
        };
        Update: {
          code?: string;
          kind?: string;
          name?: string | null;
          workspace_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "party_classes_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      party_classifications: {
        Row: {
          class_code: string;
          class_kind: string;
          created_at: string;
          created_by: string | null;
          id: string;
          party_id: string;
          reason: string | null;
          updated_at: string;
          valid: unknown;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          class_code: string;
          class_kind: string;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          party_id: string;
          reason?: string | null;
          updated_at?: string;
          valid?: unknown;
          version?: number;
          workspace_id: string;
        };
        Update: {
          class_code?: string;
          class_kind?: string;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          party_id?: string;
          reason?: string | null;
          updated_at?: string;
          valid?: unknown;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "party_classifications_class_code_class_kind_fkey";
            columns: ["class_code", "class_kind"];
            isOneToOne: false;
            referencedRelation: "party_classes";
            referencedColumns: ["code", "kind"];
          },
          {
            foreignKeyName: "party_classifications_workspace_id_created_by_fkey";
            columns: ["workspace_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "party_classifications_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "party_classifications_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      party_external_ids: {
        Row: {
          created_at: string;
          id: string;
          party_id: string;
          system: string;
          updated_at: string;
          value: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          party_id: string;
          system: string;
          updated_at?: string;
          value: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          party_id?: string;
          system?: string;
          updated_at?: string;
          value?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "party_external_ids_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "party_external_ids_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      party_relationships: {
        Row: {
          created_at: string;
          from_party_id: string;
          from_role_code: string;
          id: string;
          shares_page: boolean;
          title: string | null;
          to_party_id: string;
          to_role_code: string;
          type_code: string;
          updated_at: string;
          valid: unknown;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          from_party_id: string;
          from_role_code: string;
          id?: string;
          shares_page?: boolean;
          title?: string | null;
          to_party_id: string;
          to_role_code: string;
          type_code: string;
          updated_at?: string;
          valid?: unknown;
          version?: number;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          from_party_id?: string;
          from_role_code?: string;
          id?: string;
          shares_page?: boolean;
          title?: string | null;
          to_party_id?: string;
          to_role_code?: string;
          type_code?: string;
          updated_at?: string;
          valid?: unknown;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "party_relationships_from_role_code_fkey";
            columns: ["from_role_code"];
            isOneToOne: false;
            referencedRelation: "role_types";
            referencedColumns: ["code"];
          },
          {
            foreignKeyName: "party_relationships_to_role_code_fkey";
            columns: ["to_role_code"];
            isOneToOne: false;
            referencedRelation: "role_types";
            referencedColumns: ["code"];
          },
          {
            foreignKeyName: "party_relationships_type_code_fkey";
            columns: ["type_code"];
            isOneToOne: false;
            referencedRelation: "relationship_types";
            referencedColumns: ["code"];
          },
          {
            foreignKeyName: "party_relationships_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "party_relationships_workspace_id_from_party_id_fkey";
            columns: ["workspace_id", "from_party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "party_relationships_workspace_id_to_party_id_fkey";
            columns: ["workspace_id", "to_party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      party_roles: {
        Row: {
          created_at: string;
          id: string;
          party_id: string;
          role_code: string;
          updated_at: string;
          valid: unknown;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          party_id: string;
          role_code: string;
          updated_at?: string;
          valid?: unknown;
          version?: number;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          party_id?: string;
          role_code?: string;
          updated_at?: string;
          valid?: unknown;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "party_roles_role_code_fkey";
            columns: ["role_code"];
            isOneToOne: false;
            referencedRelation: "role_types";
            referencedColumns: ["code"];
          },
          {
            foreignKeyName: "party_roles_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "party_roles_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      relationship_types: {
        Row: {
          code: string;
          from_role_code: string;
          to_role_code: string;
        };
        ComputedFields: never;
        Insert: {
          code: string;
          from_role_code: string;
          to_role_code: string;
        };
        Update: {
          code?: string;
          from_role_code?: string;
          to_role_code?: string;
        };
        Relationships: [
          {
            foreignKeyName: "relationship_types_from_role_code_fkey";
            columns: ["from_role_code"];
            isOneToOne: false;
            referencedRelation: "role_types";
            referencedColumns: ["code"];
          },
          {
            foreignKeyName: "relationship_types_to_role_code_fkey";
            columns: ["to_role_code"];
            isOneToOne: false;
            referencedRelation: "role_types";
            referencedColumns: ["code"];
          },
        ];
      };
      role_types: {
        Row: {
          code: string;
          name: string | null;
          parent_code: string | null;
          workspace_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          code: string;
          name?: string | null;
          parent_code?: string | null;
          workspace_id?: string | null;
        };
        Update: {
          code?: string;
          name?: string | null;
          parent_code?: string | null;
          workspace_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "role_types_parent_code_fkey";
            columns: ["parent_code"];
            isOneToOne: false;
            referencedRelation: "role_types";
            referencedColumns: ["code"];
          },
          {
            foreignKeyName: "role_types_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      saved_views: {
        Row: {
          created_at: string;
          id: string;
          is_shared: boolean;
          kind: string;
          name: string;
          owner_id: string;
          parameters: string;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          is_shared?: boolean;
          kind?: string;
          name: string;
          owner_id: string;
          parameters: string;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          is_shared?: boolean;
          kind?: string;
          name?: string;
          owner_id?: string;
          parameters?: string;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "saved_views_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "saved_views_workspace_id_owner_id_fkey";
            columns: ["workspace_id", "owner_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      stage_figures: {
        Row: {
          amount: number;
          amount_times_own_probability: number;
          amount_with_own_probability: number;
          count: number;
          currency: string;
          stage_id: string;
          topic: string;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          amount?: number;
          amount_times_own_probability?: number;
          amount_with_own_probability?: number;
          count?: number;
          currency: string;
          stage_id: string;
          topic: string;
          workspace_id: string;
        };
        Update: {
          amount?: number;
          amount_times_own_probability?: number;
          amount_with_own_probability?: number;
          count?: number;
          currency?: string;
          stage_id?: string;
          topic?: string;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "stage_figures_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "stage_figures_workspace_id_stage_id_fkey";
            columns: ["workspace_id", "stage_id"];
            isOneToOne: false;
            referencedRelation: "stages";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      stages: {
        Row: {
          created_at: string;
          id: string;
          kind: Database["public"]["Enums"]["stage_kind"];
          name: string;
          position: number;
          probability: number;
          retired_at: string | null;
          rot_days: number | null;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          kind?: Database["public"]["Enums"]["stage_kind"];
          name: string;
          position: number;
          probability?: number;
          retired_at?: string | null;
          rot_days?: number | null;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          kind?: Database["public"]["Enums"]["stage_kind"];
          name?: string;
          position?: number;
          probability?: number;
          retired_at?: string | null;
          rot_days?: number | null;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "stages_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      subscriptions: {
        Row: {
          created_at: string;
          email: string;
          former_emails: string[];
          id: string;
          list_id: string;
          locale: string;
          party_id: string;
          status: Database["public"]["Enums"]["subscription_status"];
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          email: string;
          former_emails?: string[];
          id?: string;
          list_id: string;
          locale: string;
          party_id: string;
          status: Database["public"]["Enums"]["subscription_status"];
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          email?: string;
          former_emails?: string[];
          id?: string;
          list_id?: string;
          locale?: string;
          party_id?: string;
          status?: Database["public"]["Enums"]["subscription_status"];
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "subscriptions_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "subscriptions_workspace_id_list_id_fkey";
            columns: ["workspace_id", "list_id"];
            isOneToOne: false;
            referencedRelation: "contact_lists";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "subscriptions_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      tasks: {
        Row: {
          assignee_id: string;
          created_at: string;
          created_by: string | null;
          done_at: string | null;
          done_by: string | null;
          due_on: string | null;
          id: string;
          is_done: boolean;
          note: string | null;
          opportunity_id: string | null;
          party_id: string | null;
          title: string;
          topic: string;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          assignee_id: string;
          created_at?: string;
          created_by?: string | null;
          done_at?: string | null;
          done_by?: string | null;
          due_on?: string | null;
          id?: string;
          is_done?: never;
          note?: string | null;
          opportunity_id?: string | null;
          party_id?: string | null;
          title: string;
          topic: string;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          assignee_id?: string;
          created_at?: string;
          created_by?: string | null;
          done_at?: string | null;
          done_by?: string | null;
          due_on?: string | null;
          id?: string;
          is_done?: never;
          note?: string | null;
          opportunity_id?: string | null;
          party_id?: string | null;
          title?: string;
          topic?: string;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "tasks_workspace_id_assignee_id_fkey";
            columns: ["workspace_id", "assignee_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "tasks_workspace_id_created_by_fkey";
            columns: ["workspace_id", "created_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "tasks_workspace_id_done_by_fkey";
            columns: ["workspace_id", "done_by"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "tasks_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "tasks_workspace_id_opportunity_id_fkey";
            columns: ["workspace_id", "opportunity_id"];
            isOneToOne: false;
            referencedRelation: "opportunities";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "tasks_workspace_id_party_id_fkey";
            columns: ["workspace_id", "party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      team_members: {
        Row: {
          created_at: string;
          last_turn: number;
          member_id: string;
          team_id: string;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          last_turn?: number;
          member_id: string;
          team_id: string;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          last_turn?: number;
          member_id?: string;
          team_id?: string;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "team_members_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "team_members_workspace_id_member_id_fkey";
            columns: ["workspace_id", "member_id"];
            isOneToOne: false;
            referencedRelation: "members";
            referencedColumns: ["workspace_id", "id"];
          },
          {
            foreignKeyName: "team_members_workspace_id_team_id_fkey";
            columns: ["workspace_id", "team_id"];
            isOneToOne: false;
            referencedRelation: "teams";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      teams: {
        Row: {
          created_at: string;
          id: string;
          name: string;
          parent_id: string | null;
          updated_at: string;
          version: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          name: string;
          parent_id?: string | null;
          updated_at?: string;
          version?: number;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          name?: string;
          parent_id?: string | null;
          updated_at?: string;
          version?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "teams_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "teams_workspace_id_parent_id_fkey";
            columns: ["workspace_id", "parent_id"];
            isOneToOne: false;
            referencedRelation: "teams";
            referencedColumns: ["workspace_id", "id"];
          },
        ];
      };
      topic_clocks: {
        Row: {
          seq: number;
          topic: string;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          seq?: number;
          topic: string;
          workspace_id: string;
        };
        Update: {
          seq?: number;
          topic?: string;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "topic_clocks_workspace_id_fkey";
            columns: ["workspace_id"];
            isOneToOne: false;
            referencedRelation: "workspaces";
            referencedColumns: ["id"];
          },
        ];
      };
      workspaces: {
        Row: {
          accent_hue: number;
          created_at: string;
          currency: string;
          id: string;
          locale: string;
          name: string;
          party_id: string | null;
          slug: string;
          time_zone: string;
          updated_at: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          accent_hue?: number;
          created_at?: string;
          currency?: string;
          id?: string;
          locale?: string;
          name: string;
          party_id?: string | null;
          slug: string;
          time_zone?: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          accent_hue?: number;
          created_at?: string;
          currency?: string;
          id?: string;
          locale?: string;
          name?: string;
          party_id?: string | null;
          slug?: string;
          time_zone?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "workspaces_party_fkey";
            columns: ["party_id"];
            isOneToOne: false;
            referencedRelation: "parties";
            referencedColumns: ["id"];
          },
        ];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      accept_invitation: {
        Args: { p_family_name: string; p_given_name: string; p_id: string };
        Returns: string;
      };
      add_contact_point: {
        Args: {
          p_address?: Json;
          p_extension?: string;
          p_id: string;
          p_is_primary?: boolean;
          p_kind: Database["public"]["Enums"]["contact_kind"];
          p_mutation_id: string;
          p_party_id: string;
          p_purposes?: string[];
          p_value: string;
          p_workspace_id: string;
        };
        Returns: undefined;
      };
      add_lead: {
        Args: {
          p_company_id?: string;
          p_company_name?: string;
          p_contact_extension?: string;
          p_contact_kind?: Database["public"]["Enums"]["contact_kind"];
          p_contact_value?: string;
          p_id: string;
          p_is_private?: boolean;
          p_kind?: Database["public"]["Enums"]["party_kind"];
          p_mutation_id: string;
          p_name: string;
          p_note?: string;
          p_owner_id?: string;
          p_party_id?: string;
          p_source?: string;
          p_team_id?: string;
          p_workspace_id: string;
        };
        Returns: Json;
      };
      add_party: {
        Args: {
          p_company_id?: string;
          p_company_name?: string;
          p_contacts?: Json;
          p_id: string;
          p_kind: Database["public"]["Enums"]["party_kind"];
          p_mutation_id: string;
          p_name: string;
          p_role_code?: string;
          p_workspace_id: string;
        };
        Returns: undefined;
      };
      add_task: {
        Args: {
          p_assignee_id: string;
          p_due_on?: string;
          p_id: string;
          p_mutation_id: string;
          p_note?: string;
          p_opportunity_id?: string;
          p_party_id?: string;
          p_title: string;
          p_workspace_id: string;
        };
        Returns: undefined;
      };
      answer_customer: {
        Args: { p_body: string; p_communication_id: string; p_id: string; p_mutation_id: string };
        Returns: undefined;
      };
      ask_for_erasure: { Args: Record<PropertyKey, never>; Returns: string };
      ask_for_my_page: {
        Args: { p_email: string; p_locale: string; p_slug: string };
        Returns: string;
      };
      assign_leads: {
        Args: { p_ids: string[]; p_mutation_id: string; p_owner_id: string };
        Returns: Json;
      };
      assign_leads_round_robin: {
        Args: { p_ids: string[]; p_mutation_id: string; p_team_id: string };
        Returns: Json;
      };
      assign_parties: {
        Args: {
          p_ids: string[];
          p_mutation_id: string;
          p_owner_id: string;
          p_workspace_id: string;
        };
        Returns: Json;
      };
      become_customer: { Args: { p_party_id: string }; Returns: undefined };
      begin_import: {
        Args: { p_file_name: string; p_id: string; p_team_id?: string; p_workspace_id: string };
        Returns: undefined;
      };
      board_heads: { Args: { p_workspace_id: string }; Returns: Json };
      board_page: {
        Args: {
          p_after: string;
          p_column: string;
          p_page_size?: number;
          p_query?: Json;
          p_workspace_id: string;
        };
        Returns: Json;
      };
      campaign_details: { Args: { p_id: string; p_workspace_id: string }; Returns: Json };
      campaign_report: { Args: { p_id: string }; Returns: Json };
      catch_up: {
        Args: { p_cursors: Json; p_query?: Json; p_workspace_id: string };
        Returns: Json;
      };
      choose_my_list: { Args: { p_is_wanted: boolean; p_list_id: string }; Returns: string };
      class_parties: {
        Args: {
          p_class_code: string;
          p_ids: string[];
          p_mutation_id: string;
          p_reason: string;
          p_workspace_id: string;
        };
        Returns: string[];
      };
      class_party: {
        Args: {
          p_class_code: string;
          p_id: string;
          p_party_id: string;
          p_reason: string;
          p_workspace_id: string;
        };
        Returns: undefined;
      };
      confirm_contact_message: { Args: { p_token: string }; Returns: Json };
      confirm_subscription: { Args: { p_token: string }; Returns: Json };
      contact_challenge: { Args: { p_slug: string }; Returns: Json };
      convert_lead: {
        Args: {
          p_amount?: number;
          p_blacklist_reason?: string;
          p_contact_id?: string;
          p_currency: string;
          p_customer_id?: string;
          p_customer_name?: string;
          p_expected_close_on?: string;
          p_id: string;
          p_mutation_id: string;
          p_name: string;
          p_opportunity_id: string;
          p_stage_id: string;
        };
        Returns: Json;
      };
      correct_my_data: {
        Args: {
          p_contact_point_id?: string;
          p_field: Database["public"]["Enums"]["customer_field"];
          p_id: string;
          p_op: string;
          p_value?: Json;
          p_version?: number;
        };
        Returns: string;
      };
      count_parties: {
        Args: { p_most: number; p_query: Json; p_workspace_id: string };
        Returns: number;
      };
      create_campaign: {
        Args: {
          p_budget?: number;
          p_currency: string;
          p_description?: string;
          p_ends_on?: string;
          p_id: string;
          p_mutation_id: string;
          p_name: string;
          p_starts_on?: string;
          p_workspace_id: string;
        };
        Returns: undefined;
      };
      create_contact_list: {
        Args: {
          p_descriptions: Json;
          p_id: string;
          p_is_offered: boolean;
          p_kind: Database["public"]["Enums"]["contact_list_kind"];
          p_mutation_id: string;
          p_names: Json;
          p_workspace_id: string;
        };
        Returns: undefined;
      };
      create_opportunity: {
        Args: {
          p_amount?: number;
          p_blacklist_reason?: string;
          p_contact_name?: string;
          p_currency: string;
          p_customer_id?: string;
          p_customer_kind?: Database["public"]["Enums"]["party_kind"];
          p_customer_name?: string;
          p_expected_close_on?: string;
          p_id: string;
          p_is_private?: boolean;
          p_mutation_id: string;
          p_name: string;
          p_owner_id?: string;
          p_source?: string;
          p_stage_id: string;
          p_team_id?: string;
          p_workspace_id: string;
        };
        Returns: Json;
      };
      create_workspace: {
        Args: {
          p_company: string;
          p_currency: string;
          p_family_name: string;
          p_given_name: string;
          p_id: string;
          p_locale: string;
          p_slug: string;
          p_stages: Json;
          p_team_name: string;
          p_time_zone: string;
        };
        Returns: string;
      };
      decide_customer_change: { Args: { p_id: string; p_is_accepted: boolean }; Returns: string };
      decide_erasure: {
        Args: { p_id: string; p_note?: string; p_status: string };
        Returns: undefined;
      };
      delete_lead: { Args: { p_id: string; p_mutation_id: string }; Returns: undefined };
      delete_opportunity: { Args: { p_id: string; p_mutation_id: string }; Returns: undefined };
      delete_task: { Args: { p_id: string; p_mutation_id: string }; Returns: undefined };
      end_classification: { Args: { p_id: string; p_version: number }; Returns: undefined };
      enter_my_page: { Args: { p_token: string }; Returns: Json };
      find_likely_parties: {
        Args: {
          p_contacts?: string[];
          p_kind: Database["public"]["Enums"]["party_kind"];
          p_name: string;
          p_workspace_id: string;
        };
        Returns: Json;
      };
      find_or_add_party: {
        Args: {
          p_kind: Database["public"]["Enums"]["party_kind"];
          p_name: string;
          p_role_code?: string;
          p_workspace_id: string;
        };
        Returns: string;
      };
      finish_import: { Args: { p_import_id: string }; Returns: Json };
      foresee_campaign: { Args: { p_id: string; p_most: number }; Returns: Json };
      foresee_listed: {
        Args: { p_list_id: string; p_most: number; p_query: Json; p_workspace_id: string };
        Returns: Json;
      };
      import_subscriptions: {
        Args: {
          p_id: string;
          p_list_id: string;
          p_piece: number;
          p_proof: string;
          p_rows: Json;
          p_workspace_id: string;
        };
        Returns: Json;
      };
      lead_counts: { Args: { p_workspace_id: string }; Returns: Json };
      lead_details: { Args: { p_id: string }; Returns: Json };
      lead_twins: { Args: { p_id: string }; Returns: Json };
      leave_my_page: { Args: Record<PropertyKey, never>; Returns: undefined };
      list_campaigns: { Args: { p_workspace_id: string }; Returns: Json };
      list_contact_lists: { Args: { p_id?: string; p_workspace_id: string }; Returns: Json };
      list_customer_requests: { Args: { p_workspace_id: string }; Returns: Json };
      list_leads: {
        Args: {
          p_before_at?: string;
          p_before_id?: string;
          p_limit?: number;
          p_owner_id?: string;
          p_queues: string[];
          p_statuses?: Database["public"]["Enums"]["lead_status"][];
          p_workspace_id: string;
        };
        Returns: Json;
      };
      list_mails: {
        Args: {
          p_before_at?: string;
          p_before_id?: string;
          p_limit: number;
          p_text?: string;
          p_workspace_id: string;
        };
        Returns: Json;
      };
      list_subscriptions: {
        Args: {
          p_before_at?: string;
          p_before_id?: string;
          p_limit: number;
          p_list_id: string;
          p_statuses?: Database["public"]["Enums"]["subscription_status"][];
          p_text?: string;
          p_workspace_id: string;
        };
        Returns: Json;
      };
      log_communication: {
        Args: {
          p_body?: string;
          p_direction?: string;
          p_id: string;
          p_mutation_id: string;
          p_occurred_at?: string;
          p_opportunity_id: string;
          p_subject?: string;
          p_type_code: string;
        };
        Returns: undefined;
      };
      log_lead_communication: {
        Args: {
          p_body?: string;
          p_direction?: string;
          p_id: string;
          p_lead_id: string;
          p_mutation_id: string;
          p_occurred_at?: string;
          p_subject?: string;
          p_type_code: string;
        };
        Returns: undefined;
      };
      move_opportunities: {
        Args: {
          p_after_id: string;
          p_before_id: string;
          p_ids: string[];
          p_mutation_id: string;
          p_stage_id: string;
        };
        Returns: Json;
      };
      move_opportunity: {
        Args: {
          p_after_id: string;
          p_before_id: string;
          p_id: string;
          p_lost_reason?: string;
          p_mutation_id: string;
          p_stage_id: string;
        };
        Returns: Json;
      };
      my_data: { Args: Record<PropertyKey, never>; Returns: Json };
      my_page: { Args: Record<PropertyKey, never>; Returns: Json };
      my_session: { Args: Record<PropertyKey, never>; Returns: Json };
      open_board: {
        Args: { p_page_size?: number; p_query?: Json; p_workspace_id: string };
        Returns: Json;
      };
      open_party: { Args: { p_party_id: string; p_workspace_id: string }; Returns: Json };
      opportunity_people: { Args: { p_id: string }; Returns: Json };
      opportunity_tasks: {
        Args: { p_opportunity_id: string; p_workspace_id: string };
        Returns: Json;
      };
      parties_by_id: { Args: { p_ids: string[]; p_workspace_id: string }; Returns: Json };
      party_history: {
        Args: { p_before: number; p_limit: number; p_party_id: string; p_workspace_id: string };
        Returns: Json;
      };
      party_page: {
        Args: { p_after: Json; p_limit: number; p_query: Json; p_workspace_id: string };
        Returns: Json;
      };
      peek_subscription_link: { Args: { p_token: string }; Returns: Json };
      read_contact_page: { Args: { p_slug: string }; Returns: Json };
      relate_parties: {
        Args: {
          p_from_party_id: string;
          p_id: string;
          p_title: string;
          p_to_party_id: string;
          p_type_code: string;
          p_valid: unknown;
          p_workspace_id: string;
        };
        Returns: undefined;
      };
      reorder_stages: {
        Args: { p_stage_ids: string[]; p_workspace_id: string };
        Returns: undefined;
      };
      requests_of_party: { Args: { p_party_id: string; p_workspace_id: string }; Returns: Json };
      retire_stage: { Args: { p_move_to: string; p_stage_id: string }; Returns: undefined };
      search: { Args: { p_limit?: number; p_text: string; p_workspace_id: string }; Returns: Json };
      send_campaign: { Args: { p_id: string; p_mutation_id: string }; Returns: undefined };
      send_contact_message: {
        Args: {
          p_answers?: Json;
          p_body: string;
          p_challenge?: string;
          p_company?: string;
          p_email: string;
          p_has_agreed?: boolean;
          p_id: string;
          p_list_ids?: string[];
          p_locale: string;
          p_name: string;
          p_phone?: string;
          p_slug: string;
          p_solution?: number;
        };
        Returns: string;
      };
      set_lead_status: {
        Args: {
          p_id: string;
          p_mutation_id: string;
          p_reason?: string;
          p_status: Database["public"]["Enums"]["lead_status"];
        };
        Returns: Json;
      };
      stage_import_rows: { Args: { p_import_id: string; p_rows: Json }; Returns: number };
      stop_campaign: { Args: { p_id: string; p_mutation_id: string }; Returns: undefined };
      subscribe_listed: {
        Args: {
          p_after: Json;
          p_limit: number;
          p_list_id: string;
          p_mutation_id: string;
          p_query: Json;
          p_workspace_id: string;
        };
        Returns: Json;
      };
      subscribe_parties: {
        Args: {
          p_list_id: string;
          p_mutation_id: string;
          p_party_ids: string[];
          p_workspace_id: string;
        };
        Returns: Json;
      };
      take_bounce: {
        Args: { p_detail: string; p_mail_id: string; p_signature: string };
        Returns: boolean;
      };
      take_lead: { Args: { p_id: string; p_mutation_id: string }; Returns: Json };
      test_campaign: {
        Args: { p_id: string; p_locale: string; p_mutation_id: string };
        Returns: undefined;
      };
      unclass_parties: {
        Args: { p_ids: string[]; p_mutation_id: string; p_workspace_id: string };
        Returns: undefined;
      };
      undo_import: { Args: { p_import_id: string }; Returns: Json };
      unsubscribe: { Args: { p_one_click?: boolean; p_token: string }; Returns: Json };
      unsubscribe_party: { Args: { p_subscription_id: string }; Returns: undefined };
      update_campaign: {
        Args: { p_id: string; p_mutation_id: string; p_patch: Json; p_version: number };
        Returns: undefined;
      };
      update_opportunity: {
        Args: { p_id: string; p_mutation_id: string; p_patch: Json; p_version: number };
        Returns: Json;
      };
      update_party: {
        Args: { p_id: string; p_mutation_id: string; p_patch: Json; p_version: number };
        Returns: Json;
      };
      update_task: {
        Args: { p_id: string; p_mutation_id: string; p_patch: Json; p_version: number };
        Returns: Json;
      };
      verify_my_email: { Args: { p_token: string }; Returns: Json };
      withdraw_erasure: { Args: Record<PropertyKey, never>; Returns: undefined };
      withdraw_my_change: { Args: { p_id: string }; Returns: undefined };
      write_my_message: {
        Args: { p_about?: string; p_body: string; p_id: string };
        Returns: string;
      };
    };
    Enums: {
      access_role: "rep" | "manager" | "marketing" | "admin";
      campaign_status: "planned" | "running" | "completed" | "cancelled";
      contact_kind: "email" | "phone" | "web" | "social" | "postal";
      contact_list_kind: "newsletter" | "announcement" | "marketing";
      customer_change_status: "unverified" | "waiting" | "applied" | "declined" | "withdrawn";
      customer_field: "name" | "language" | "address" | "phone" | "email" | "may_contact";
      import_status: "staged" | "done" | "undone";
      lead_status: "new" | "working" | "qualified" | "disqualified" | "converted";
      party_kind: "person" | "organization";
      stage_kind: "open" | "won" | "lost";
      subscription_status: "pending" | "accepted" | "rejected" | "invalid" | "unsubscribed";
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      access_role: ["rep", "manager", "marketing", "admin"],
      campaign_status: ["planned", "running", "completed", "cancelled"],
      contact_kind: ["email", "phone", "web", "social", "postal"],
      contact_list_kind: ["newsletter", "announcement", "marketing"],
      customer_change_status: ["unverified", "waiting", "applied", "declined", "withdrawn"],
      customer_field: ["name", "language", "address", "phone", "email", "may_contact"],
      import_status: ["staged", "done", "undone"],
      lead_status: ["new", "working", "qualified", "disqualified", "converted"],
      party_kind: ["person", "organization"],
      stage_kind: ["open", "won", "lost"],
      subscription_status: ["pending", "accepted", "rejected", "invalid", "unsubscribed"],
    },
  },
} as const;
